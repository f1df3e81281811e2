package io.palmyra.contracts.market;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import java.time.Instant;

/**
 * A trade that others made.
 *
 * @param instrument whose
 * @param price at which it traded
 * @param size that traded, above 0
 * @param time when the market made it
 * @param provider where it came from
 */
@WireName("trade-tick")
public record TradeTick(
    InstrumentId instrument, Price price, Quantity size, Instant time, String provider)
    implements TickMessage {}
