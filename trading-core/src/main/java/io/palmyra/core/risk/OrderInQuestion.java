package io.palmyra.core.risk;

import io.palmyra.contracts.decision.AccountSnapshot;
import io.palmyra.contracts.decision.OrderDraft;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import org.jspecify.annotations.Nullable;

/**
 * An order that waits for its checks.
 *
 * @param ground what it is measured with
 * @param draft the order
 * @param adds what would be open by it
 * @param exposure in the instrument without it, and without the order that it replaces
 * @param equity of the account, null if it is not known
 * @param account what else of the account it is compared with
 */
record OrderInQuestion(
    Ground ground,
    OrderDraft draft,
    Quantity adds,
    Exposure exposure,
    @Nullable Money equity,
    AccountSnapshot account) {

  Side side() {
    return draft.side();
  }

  boolean reduces() {
    return adds.compareTo(exposure.reducible(side())) <= 0;
  }

  /** How far the position can come to be on the order's side, it included. */
  Quantity furthest() {
    return exposure.furthest(side()).plus(adds);
  }

  Price valuePrice() {
    return ground.valuePrice(side(), draft.limitPrice(), draft.stopPrice());
  }

  Money value(Quantity quantity) {
    return ground.value(quantity, valuePrice());
  }
}
