package io.palmyra.core.control;

import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.contracts.control.HaltMode;
import io.palmyra.contracts.control.HaltScope;
import io.palmyra.contracts.control.HaltStatus;
import io.palmyra.contracts.control.RiskTier;
import io.palmyra.contracts.id.HaltId;
import java.time.Instant;
import java.util.Optional;

/** Halts that hold because nothing is written that lifts them. */
final class UnwrittenHalt {
  /** Holds until its lift is first written. */
  static final HaltChanged INITIAL =
      holding(HaltScope.ALL, new HaltId("initial"), "never lifted since the start of control");

  private UnwrittenHalt() {}

  /** Stands for a record that a tombstone tore out; empty if the key is none of a halt. */
  static Optional<HaltChanged> tornOut(String key) {
    int slash = key.lastIndexOf('/');
    if (slash <= 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          holding(
              new HaltScope(key.substring(0, slash)),
              new HaltId(key.substring(slash + 1)),
              "the record " + key + " was deleted"));
    } catch (IllegalArgumentException notAHalt) {
      return Optional.empty();
    }
  }

  private static HaltChanged holding(HaltScope scope, HaltId id, String reason) {
    return new HaltChanged(
        scope,
        id,
        HaltStatus.ACTIVE,
        HaltMode.HALTED,
        RiskTier.NORMAL,
        reason,
        "nobody",
        Instant.EPOCH,
        false,
        true);
  }
}
