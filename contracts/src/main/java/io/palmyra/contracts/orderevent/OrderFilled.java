package io.palmyra.contracts.orderevent;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.fill.Liquidity;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.ExecutionId;
import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.id.VenueOrderId;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import java.time.Instant;

/**
 * The venue filled it, in part or whole.
 *
 * @param clientOrderId our name of the order
 * @param account whose
 * @param instrument what
 * @param at when execution knew it, in wall time
 * @param venueOrderId the venue's name of it
 * @param signalId what it came from
 * @param source who proposed it
 * @param side of the order
 * @param fillId derived from venue, account and execution id
 * @param executionId the venue's id of the fill
 * @param lastQuantity of this fill, above 0
 * @param lastPrice of this fill
 * @param cumulativeQuantity filled so far, this fill included
 * @param leavesQuantity still open after it
 * @param fee paid for it; below 0 is a rebate
 * @param liquidity who waited
 * @param venueTime when the venue filled it
 */
@WireName("order-filled")
public record OrderFilled(
    ClientOrderId clientOrderId,
    AccountId account,
    InstrumentId instrument,
    Instant at,
    VenueOrderId venueOrderId,
    SignalId signalId,
    SignalSource source,
    Side side,
    FillId fillId,
    ExecutionId executionId,
    Quantity lastQuantity,
    Price lastPrice,
    Quantity cumulativeQuantity,
    Quantity leavesQuantity,
    Money fee,
    Liquidity liquidity,
    Instant venueTime)
    implements OrderEvent {}
