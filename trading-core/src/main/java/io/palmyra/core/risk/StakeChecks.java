package io.palmyra.core.risk;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.value.Money;
import io.palmyra.core.risk.Check.Compared;
import java.util.List;
import java.util.Map;

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
    Stake stake = ofAccount(order);
    return compared(order, stake, stake.gross(), limits(order).maximumGross());
  }

  private static Compared withinNet(OrderInQuestion order) {
    Stake stake = ofAccount(order);
    return compared(order, stake, stake.net(), limits(order).maximumNet());
  }

  private static Compared withinStrategy(OrderInQuestion order) {
    Money limit = limits(order).maximumStrategyGross();
    if (!isStrategy(order.source())) {
      return Compared.of(true, "no strategy", limit);
    }
    Stake stake = stake(order, order.state().exposuresOf(order.source(), order.replaced()));
    return compared(order, stake, stake.gross(), limit);
  }

  private static Compared withinBuyingPower(OrderInQuestion order) {
    Money equity = order.state().equity();
    Stake stake = ofAccount(order);
    if (equity == null) {
      return Compared.of(
          order.reduces(), "equity is not known", limits(order).maximumMarginUse() + " of equity");
    }
    return compared(order, stake, stake.margin(), equity.times(limits(order).maximumMarginUse()));
  }

  static boolean isStrategy(SignalSource source) {
    return source.value().startsWith("strategy:");
  }

  private static ExposureLimits limits(OrderInQuestion order) {
    return order.ground().limits().exposure();
  }

  private static Compared compared(OrderInQuestion order, Stake stake, Money value, Money limit) {
    boolean within = stake.isKnown() && value.compareTo(limit) <= 0;
    return Compared.of(within || order.reduces(), stake.isKnown() ? value : stake.unknown(), limit);
  }

  private static Stake ofAccount(OrderInQuestion order) {
    return stake(order, order.state().exposures(order.replaced()));
  }

  private static Stake stake(OrderInQuestion order, Map<InstrumentId, Exposure> exposures) {
    InstrumentId instrument = order.draft().instrument();
    exposures.merge(instrument, Exposure.NONE.with(order.side(), order.adds()), Exposure::plus);
    return Stake.of(
        exposures,
        instrument,
        order.valuePrice(),
        order.market(),
        order.ground().currency(),
        order.now());
  }
}
