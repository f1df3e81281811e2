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
 * @param type MARKET, LIMIT, STOP or STOP_LIMIT
 * @param quantity above 0, a multiple of the instrument's lot
 * @param limitPrice of LIMIT and STOP_LIMIT
 * @param stopPrice of STOP and STOP_LIMIT
 * @param timeInForce how long it works
 * @param reduceOnly whether it may only reduce a position; no if absent
 */
public record OrderTicket(
    @NotNull AccountId account,
    @NotNull InstrumentId instrument,
    @NotNull Side side,
    @NotNull OrderType type,
    @NotNull Quantity quantity,
    @Nullable Price limitPrice,
    @Nullable Price stopPrice,
    @NotNull TimeInForce timeInForce,
    @Nullable Boolean reduceOnly) {}
