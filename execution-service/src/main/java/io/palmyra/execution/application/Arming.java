package io.palmyra.execution.application;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Whether orders of an account may be sent, and to which session. Any thread. */
final class Arming {
  /**
   * One moment of it.
   *
   * @param session to send to, null while there is none
   * @param ready whether that session is reconciled
   * @param flag why the account is kept unarmed, null if it is not
   * @param waitingFor what is missing, for people
   */
  record Now(
      @Nullable VenueSession session, boolean ready, @Nullable String flag, String waitingFor) {
    /** Why nothing is sent for good, empty if only a session or nothing is lacking. */
    Optional<String> unarmed() {
      return Optional.ofNullable(flag);
    }

    boolean armed() {
      return ready && session != null && flag == null;
    }
  }

  private final AtomicReference<Now> now =
      new AtomicReference<>(new Now(null, false, null, "the lease"));

  Now now() {
    return now.getAcquire();
  }

  void waitFor(String what) {
    now.updateAndGet(old -> new Now(null, false, old.flag, what));
  }

  void connected(VenueSession session) {
    now.updateAndGet(old -> new Now(session, false, old.flag, "reconciliation"));
  }

  void ready() {
    now.updateAndGet(old -> new Now(old.session, true, old.flag, ""));
  }

  void flag(@Nullable String why) {
    now.updateAndGet(old -> new Now(old.session, old.ready, why, old.waitingFor));
  }
}
