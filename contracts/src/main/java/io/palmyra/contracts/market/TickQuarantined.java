package io.palmyra.contracts.market;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.InstrumentId;
import java.time.Instant;

/**
 * A tick that must not move a decision, with the reason.
 *
 * @param instrument whose
 * @param reason stable code: CROSSED, NOT_POSITIVE, STALE, OUT_OF_SESSION, SPIKE, FUTURE or
 *     UNKNOWN_INSTRUMENT
 * @param detail the values that broke the rule, for people
 * @param bid as it came, which may be no price
 * @param ask as it came, which may be no price
 * @param time when the market made it
 * @param provider where it came from
 */
@WireName("tick-quarantined")
public record TickQuarantined(
    InstrumentId instrument,
    String reason,
    String detail,
    String bid,
    String ask,
    Instant time,
    String provider)
    implements QuarantineMessage {}
