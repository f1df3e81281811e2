package io.palmyra.contracts.market;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import java.time.Instant;

/**
 * The best bid and ask of an instrument, each with its size.
 *
 * @param instrument whose
 * @param bid highest price that buyers pay
 * @param ask lowest price that sellers take
 * @param bidSize available at the bid, 0 where the source does not say
 * @param askSize available at the ask, 0 where the source does not say
 * @param time when the market made it
 * @param provider where it came from
 */
@WireName("quote-tick")
public record QuoteTick(
    InstrumentId instrument,
    Price bid,
    Price ask,
    Quantity bidSize,
    Quantity askSize,
    Instant time,
    String provider)
    implements TickMessage {

  /** The middle between bid and ask. */
  public Price mid() {
    return bid.midWith(ask);
  }
}
