package io.palmyra.execution.application;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.platform.time.MonotonicClock;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What left for venues beside what risk approved, counted right at the adapter and apart from all
 * that decides to send: whatever goes wrong before it, an order that nobody approved is noticed.
 * Any thread.
 */
public final class SentCount {
  /** How many approvals are remembered that nothing has left by yet. */
  private static final int REMEMBERED = 100_000;

  private final MonotonicClock clock;
  private final Set<ClientOrderId> approved =
      Collections.newSetFromMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<ClientOrderId, Boolean> eldest) {
              return size() > REMEMBERED;
            }
          });
  private final Map<ClientOrderId, Sent> unmatched = new LinkedHashMap<>();

  /**
   * An order, or new values of one, that left.
   *
   * @param account whose
   * @param id its name
   * @param nanos when, in monotonic time
   */
  public record Sent(AccountId account, ClientOrderId id, long nanos) {}

  /** Nothing left yet. */
  public SentCount(MonotonicClock clock) {
    this.clock = clock;
  }

  /** Risk approved an order or new values of that name. */
  public synchronized void approved(ClientOrderId id) {
    approved.add(id);
    unmatched.remove(id);
  }

  /** An order or new values leave now. */
  synchronized void leaves(AccountId account, ClientOrderId id) {
    if (!approved.contains(id)) {
      unmatched.putIfAbsent(id, new Sent(account, id, clock.nanos()));
    }
  }

  /** Those that left longer ago than that and that nobody is known to have approved. */
  public synchronized List<Sent> unmatched(Duration ago) {
    long before = clock.nanos() - ago.toNanos();
    return unmatched.values().stream().filter(sent -> sent.nanos() - before < 0).toList();
  }

  /** Which of these are still not known to be approved; they are forgotten. */
  public synchronized Set<Sent> take(List<Sent> suspects) {
    var taken = new LinkedHashSet<Sent>();
    for (Sent suspect : new HashSet<>(suspects)) {
      if (unmatched.remove(suspect.id(), suspect)) {
        taken.add(suspect);
      }
    }
    return taken;
  }
}
