package io.palmyra.contracts.signal;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Side;
import java.time.Instant;
import java.util.List;

/**
 * A position worth opening; risk decides its size.
 *
 * @param signalId derived from what caused it
 * @param account for which
 * @param source who proposes
 * @param instrument what
 * @param side BUY to go long, SELL to go short
 * @param strength conviction, above 0, at most 1
 * @param stopDistance from the entry to where the idea is wrong, above 0
 * @param validUntil after which risk denies it as EXPIRED
 * @param inputs all that the proposer had seen; empty for people
 */
@WireName("entry-proposed")
public record EntryProposed(
    SignalId signalId,
    AccountId account,
    SignalSource source,
    InstrumentId instrument,
    Side side,
    double strength,
    Price stopDistance,
    Instant validUntil,
    List<InputOffset> inputs)
    implements Signal {
  public EntryProposed {
    inputs = List.copyOf(inputs);
    if (!(strength > 0 && strength <= 1)) {
      throw new IllegalArgumentException("strength " + strength + " is not above 0 and at most 1");
    }
    if (!(stopDistance.signum() > 0)) {
      throw new IllegalArgumentException("stopDistance " + stopDistance + " is not above 0");
    }
  }
}
