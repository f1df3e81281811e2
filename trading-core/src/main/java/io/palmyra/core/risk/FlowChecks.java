package io.palmyra.core.risk;

import io.palmyra.contracts.value.Price;
import io.palmyra.core.risk.Check.Compared;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an order must pass that looks at the orders before it. Cancels are never among them. */
final class FlowChecks {
  static final List<Check<OrderInQuestion>> ALL =
      List.of(
          new Check<>(DenialCode.PRICE_WALK, FlowChecks::walksNotTooFar),
          new Check<>(DenialCode.MESSAGE_RATE, FlowChecks::slowEnough),
          new Check<>(DenialCode.ACCOUNT_MESSAGE_RATE, FlowChecks::accountSlowEnough));

  static final Duration RATE_WINDOW = Duration.ofSeconds(1);

  private FlowChecks() {}

  /** Many orders, each near the market that the one before has moved, may not go on for ever. */
  private static Compared walksNotTooFar(OrderInQuestion order) {
    FlowLimits limits = order.ground().limits().flow();
    Optional<Price> began =
        order
            .state()
            .flow()
            .firstMid(order.draft().instrument(), order.now().minus(limits.walkWindow()));
    Price from = began.orElseGet(() -> order.ground().quote().mid());
    Price bound = PreTradeChecks.share(from, limits.priceWalk());
    Price price = PreTradeChecks.furthestFrom(from, order);
    return Compared.of(
        price.minus(from).abs().compareTo(bound) <= 0 || order.reduces(),
        price,
        from + " plus or minus " + bound);
  }

  private static Compared slowEnough(OrderInQuestion order) {
    int limit = order.ground().limits().flow().messagesPerSecond();
    int sent = order.state().flow().sentBy(order.source(), order.now().minus(RATE_WINDOW));
    return Compared.of(sent < limit, sent + " within the last second", "fewer than " + limit);
  }

  private static Compared accountSlowEnough(OrderInQuestion order) {
    int limit = order.ground().limits().flow().accountMessagesPerSecond();
    int sent = order.state().flow().sent(order.now().minus(RATE_WINDOW));
    return Compared.of(sent < limit, sent + " within the last second", "fewer than " + limit);
  }
}
