package io.palmyra.risk.application;

import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.signal.ExitProposed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Makes the proposals that close positions in the name of a halt. */
final class Flattening {
  private static final Duration VALID_FOR = Duration.ofSeconds(10);

  private Flattening() {}

  /** The proposal for one position; asked for again at another moment, it is another proposal. */
  static ExitProposed of(
      AccountId account, InstrumentId held, SignalSource source, HaltChanged halt, Instant now) {
    return new ExitProposed(
        SignalId.of(source, account, "flatten/" + halt.key() + "/" + held.value() + "/" + now),
        account,
        source,
        held,
        "FLATTEN " + halt.key(),
        now.plus(VALID_FOR),
        List.of());
  }
}
