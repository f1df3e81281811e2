package io.palmyra.portfolio.application;

import io.palmyra.contracts.fill.Liquidity;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fill as it holds now.
 *
 * @param fillId which
 * @param account whose
 * @param instrument what
 * @param side of the order
 * @param quantity filled; 0 when the venue took it back
 * @param price of a unit
 * @param fee paid, in plain decimal; below 0 is a rebate
 * @param feeCurrency of the fee
 * @param liquidity who waited
 * @param clientOrderId our name of the order
 * @param signalId what it came from
 * @param source who proposed it
 * @param occurredAt when the venue filled it
 * @param amendedAt when the venue changed it, null if it never did
 */
public record BookedFill(
    FillId fillId,
    AccountId account,
    InstrumentId instrument,
    Side side,
    Quantity quantity,
    Price price,
    String fee,
    Currency feeCurrency,
    Liquidity liquidity,
    ClientOrderId clientOrderId,
    SignalId signalId,
    SignalSource source,
    Instant occurredAt,
    @Nullable Instant amendedAt) {}
