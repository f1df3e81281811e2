package io.palmyra.execution.venue;

import io.palmyra.execution.application.VenueListener;
import io.palmyra.execution.application.VenueNotice;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes what a session tells. */
final class HeardNotices implements VenueListener {
  private final List<VenueNotice> notices = new CopyOnWriteArrayList<>();
  private final List<String> ends = new CopyOnWriteArrayList<>();

  @Override
  public void on(VenueNotice notice) {
    notices.add(notice);
  }

  @Override
  public void disconnected(String cause) {
    ends.add(cause);
  }

  List<VenueNotice> all() {
    return List.copyOf(notices);
  }

  <N extends VenueNotice> List<N> all(Class<N> kind) {
    return notices.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  int ends() {
    return ends.size();
  }
}
