package io.palmyra.portfolio.inbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.portfolio.Lot;
import io.palmyra.core.portfolio.MarkedPosition;
import io.palmyra.core.portfolio.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A position at the last mid.
 *
 * @param account whose
 * @param instrument what
 * @param quantity above 0 is long, below is short
 * @param averagePrice of what is open
 * @param mark last mid; absent while none is known
 * @param currency of the profits: the instrument's quote currency
 * @param unrealizedPnl absent without a mark
 * @param realizedPnl fees apart
 * @param lots what is open, the oldest first
 */
record PositionView(
    AccountId account,
    InstrumentId instrument,
    Quantity quantity,
    Price averagePrice,
    @Nullable Price mark,
    Currency currency,
    @Nullable String unrealizedPnl,
    String realizedPnl,
    List<Lot> lots) {

  static PositionView of(AccountId account, MarkedPosition marked) {
    Position position = marked.position();
    return new PositionView(
        account,
        position.instrument(),
        position.quantity(),
        position.averagePrice(),
        marked.mark(),
        position.currency(),
        AccountView.amount(marked.unrealizedPnl()),
        position.realizedPnl().of(position.currency()).amount(),
        position.lots());
  }
}
