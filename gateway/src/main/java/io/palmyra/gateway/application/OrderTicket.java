package io.palmyra.gateway.application;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.order.TimeInForce;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * An order that a person wants.
 *
 * @param account for which
 * @param instrument what
 * @param side BUY or SELL
 * @param type MARKET, LIMIT, STOP, STOP_LIMIT or TRAILING_STOP
 * @param quantity above 0, a multiple of the instrument's lot
 * @param limitPrice of LIMIT and STOP_LIMIT
 * @param stopPrice of STOP and STOP_LIMIT
 * @param trailingOffset of TRAILING_STOP: how far its stop stays behind the best price since it
 *     works
 * @param timeInForce how long it works
 * @param reduceOnly whether it may only reduce a position; no if absent
 * @param bracket exits for what it fills; none if absent
 * @param algorithm how to work it off in children; sent as it is if absent
 */
public record OrderTicket(
    @NotNull AccountId account,
    @NotNull InstrumentId instrument,
    @NotNull Side side,
    @NotNull OrderType type,
    @NotNull Quantity quantity,
    @Nullable Price limitPrice,
    @Nullable Price stopPrice,
    @Nullable Price trailingOffset,
    @NotNull TimeInForce timeInForce,
    @Nullable Boolean reduceOnly,
    @Nullable BracketTicket bracket,
    @Nullable AlgorithmTicket algorithm) {}
