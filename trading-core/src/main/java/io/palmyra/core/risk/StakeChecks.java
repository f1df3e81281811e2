package io.palmyra.core.risk;

import io.palmyra.contracts.decision.StrategyHolding;
import io.palmyra.contracts.decision.ValuesElsewhere;
import io.palmyra.contracts.value.Money;
import io.palmyra.core.risk.Check.Compared;
import java.util.List;
import java.util.function.Function;

/** What an order must pass that looks at all instruments of the account. What reduces passes. */
final class StakeChecks {
  static final List<Check<OrderInQuestion>> ALL =
      List.of(
          new Check<>(DenialCode.GROSS_EXPOSURE, StakeChecks::withinGross),
          new Check<>(DenialCode.NET_EXPOSURE, StakeChecks::withinNet),
          new Check<>(DenialCode.STRATEGY_EXPOSURE, StakeChecks::withinStrategy),
          new Check<>(DenialCode.BUYING_POWER, StakeChecks::withinBuyingPower));

  private StakeChecks() {}

  private static Compared withinGross(OrderInQuestion order) {
    return compared(order, ofAccount(order), Stake::gross, limits(order).maximumGross());
  }

  private static Compared withinNet(OrderInQuestion order) {
    return compared(order, ofAccount(order), Stake::net, limits(order).maximumNet());
  }

  private static Compared withinStrategy(OrderInQuestion order) {
    Money limit = limits(order).maximumStrategyGross();
    StrategyHolding held = order.account().strategy();
    if (held == null) {
      return Compared.of(true, "no strategy", limit);
    }
    var here = new Exposure(held.position(), held.workingBuy(), held.workingSell(), false);
    return compared(order, new Seen(here, held.elsewhere()), Stake::gross, limit);
  }

  private static Compared withinBuyingPower(OrderInQuestion order) {
    Money equity = order.equity();
    if (equity == null) {
      return Compared.of(
          order.reduces(),
          "equity is not known",
          () -> limits(order).maximumMarginUse() + " of equity");
    }
    return compared(
        order, ofAccount(order), Stake::margin, equity.times(limits(order).maximumMarginUse()));
  }

  private static ExposureLimits limits(OrderInQuestion order) {
    return order.ground().limits().exposure();
  }

  /** What is at stake without the order. */
  private record Seen(Exposure here, ValuesElsewhere elsewhere) {}

  private static Seen ofAccount(OrderInQuestion order) {
    return new Seen(order.exposure(), order.account().elsewhere());
  }

  private static Compared compared(
      OrderInQuestion order, Seen seen, Function<Stake, Money> measure, Money limit) {
    String unknown = seen.elsewhere().unknown();
    if (unknown != null) {
      return Compared.of(order.reduces(), unknown, limit);
    }
    Stake stake =
        Stake.of(seen.elsewhere())
            .plus(
                seen.here().with(order.side(), order.adds()),
                order.ground().instrument(),
                order.valuePrice(),
                order.ground().rate());
    Money value = measure.apply(stake);
    return Compared.of(value.compareTo(limit) <= 0 || order.reduces(), value, limit);
  }
}
