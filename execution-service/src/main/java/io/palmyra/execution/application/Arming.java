package io.palmyra.execution.application;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
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
   * @param unlike instances beside which this one may not trade, for people; null if there is none
   */
  record Now(
      @Nullable VenueSession session,
      boolean ready,
      @Nullable String flag,
      String waitingFor,
      @Nullable String unlike) {
    /** Why nothing is sent for good, empty if only a session or nothing is lacking. */
    Optional<String> unarmed() {
      return Optional.ofNullable(flag);
    }

    boolean armed() {
      return ready && session != null && flag == null && unlike == null;
    }
  }

  private final AtomicReference<Now> now =
      new AtomicReference<>(new Now(null, false, null, "the lease", null));
  private final Supplier<Optional<String>> unlike;

  /**
   * @param unlike what keeps this instance from trading beside others, empty if nothing does
   */
  Arming(Supplier<Optional<String>> unlike) {
    this.unlike = unlike;
  }

  Now now() {
    Now known = now.getAcquire();
    return new Now(
        known.session, known.ready, known.flag, known.waitingFor, unlike.get().orElse(null));
  }

  void waitFor(String what) {
    now.updateAndGet(old -> new Now(null, false, old.flag, what, null));
  }

  void connected(VenueSession session) {
    now.updateAndGet(old -> new Now(session, false, old.flag, "reconciliation", null));
  }

  void ready() {
    now.updateAndGet(old -> new Now(old.session, true, old.flag, "", null));
  }

  void flag(@Nullable String why) {
    now.updateAndGet(old -> new Now(old.session, old.ready, why, old.waitingFor, null));
  }
}
