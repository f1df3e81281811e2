package io.palmyra.core.analytics;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import java.time.Duration;
import java.time.Instant;

/**
 * A position from flat to flat, or a part of one that was closed.
 *
 * @param instrument of it
 * @param side BUY for a long one
 * @param quantity that was closed, above 0
 * @param entered when
 * @param exited when
 * @param entry average price
 * @param exit average price
 * @param profit net of fees
 * @param fees paid for it, 0 or more
 * @param worst lowest unrealised profit while it was open, 0 or less
 * @param best highest unrealised profit while it was open, 0 or more
 */
public record Trade(
    InstrumentId instrument,
    Side side,
    Quantity quantity,
    Instant entered,
    Instant exited,
    Price entry,
    Price exit,
    Money profit,
    Money fees,
    Money worst,
    Money best) {
  /** How long it was open. */
  public Duration held() {
    return Duration.between(entered, exited);
  }
}
