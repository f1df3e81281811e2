package io.palmyra.core.risk;

import io.palmyra.contracts.value.Price;
import io.palmyra.core.risk.Check.Compared;
import java.util.List;

/** What an order must pass that looks at the orders before it. Cancels are never among them. */
final class FlowChecks {
  static final List<Check<OrderInQuestion>> ALL =
      List.of(
          new Check<>(DenialCode.PRICE_WALK, FlowChecks::walksNotTooFar),
          new Check<>(DenialCode.MESSAGE_RATE, FlowChecks::slowEnough),
          new Check<>(DenialCode.ACCOUNT_MESSAGE_RATE, FlowChecks::accountSlowEnough));

  private FlowChecks() {}

  /** Many orders, each near the market that the one before has moved, may not go on for ever. */
  private static Compared walksNotTooFar(OrderInQuestion order) {
    FlowLimits limits = order.ground().limits().flow();
    Price began = order.account().firstMid();
    Price from = began == null ? order.ground().quote().mid() : began;
    Price bound = PreTradeChecks.share(from, limits.priceWalk());
    Price price = PreTradeChecks.furthestFrom(from, order);
    return Compared.of(
        price.minus(from).abs().compareTo(bound) <= 0 || order.reduces(),
        price,
        () -> from + " plus or minus " + bound);
  }

  private static Compared slowEnough(OrderInQuestion order) {
    int limit = order.ground().limits().flow().messagesPerSecond();
    int sent = order.account().sentBySource();
    return Compared.of(
        sent < limit, () -> sent + " within the last second", () -> "fewer than " + limit);
  }

  private static Compared accountSlowEnough(OrderInQuestion order) {
    int limit = order.ground().limits().flow().accountMessagesPerSecond();
    int sent = order.account().sentByAccount();
    return Compared.of(
        sent < limit, () -> sent + " within the last second", () -> "fewer than " + limit);
  }
}
