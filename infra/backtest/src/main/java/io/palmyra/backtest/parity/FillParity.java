package io.palmyra.backtest.parity;

import io.palmyra.backtest.engine.Result;
import io.palmyra.backtest.engine.StrategyFailedException;
import io.palmyra.contracts.fill.FillRecorded;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.BarClosed;
import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.strategy.DataNeeds;
import io.palmyra.core.strategy.Parameters;
import io.palmyra.core.strategy.StrategyCatalogue;
import io.palmyra.core.strategy.StrategyType;
import io.palmyra.core.strategy.Validated;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Holds the live fills of a strategy instance against a plain backtest of the same time. */
final class FillParity {
  private static final Duration LEAST_TOLERANCE = Duration.ofSeconds(5);
  private static final int BARS_OF_TOLERANCE = 3;

  private final Lived lived;
  private final List<String> notes = new ArrayList<>();

  private FillParity(Lived lived) {
    this.lived = lived;
  }

  /** Empty where there is no such strategy any more. */
  static Optional<FillsReport> of(StrategyCatalogue catalogue, Lived lived) {
    StrategyType type = catalogue.find(lived.run().strategy()).orElse(null);
    return type != null
            && type.descriptor().validate(lived.run().parameters()) instanceof Validated.Accepted ok
        ? Optional.of(new FillParity(lived).compare(type, ok.parameters()))
        : Optional.empty();
  }

  private FillsReport compare(StrategyType type, Parameters parameters) {
    DataNeeds needs = type.create(parameters, lived.run().instrument()).needs();
    if (needs.sentiment()) {
      notes.add("a backtest plays no sentiment yet: what needs it is missed");
    }
    Duration interval = needs.barInterval();
    List<Kept> bars = interval == null ? List.of() : lived.bars(interval);
    Optional<InstrumentDefined> terms = lived.terms();
    if (interval == null || bars.isEmpty() || terms.isEmpty()) {
      notes.add("no bars to play: a backtest plays nothing else yet");
      return report(Map.of(), Map.of(), List.of(), bars);
    }
    try {
      return compare(
          PlainBacktest.run(
              type,
              parameters,
              terms.get(),
              bars.stream().map(FillParity::bar).toList(),
              lived.used()),
          bars,
          interval);
    } catch (StrategyFailedException | IllegalArgumentException e) {
      notes.add("no backtest: " + e.getMessage());
      return report(Map.of(), Map.of(), List.of(), bars);
    }
  }

  private FillsReport compare(Result result, List<Kept> bars, Duration interval) {
    InstrumentDefined terms = result.setup().terms();
    Duration wanted = interval.multipliedBy(BARS_OF_TOLERANCE);
    Duration tolerance = wanted.compareTo(LEAST_TOLERANCE) > 0 ? wanted : LEAST_TOLERANCE;
    // The backtest also trades in the bars that were the past of the run: they count before.
    Instant begin =
        lastBefore(bars, lived.period().from()).map(BarClosed::closeTime).orElse(Instant.MIN);
    List<OrderFilled> tested =
        result.fills().stream().filter(each -> !each.at().isBefore(begin)).toList();
    List<OrderFilled> earlier =
        result.fills().stream().filter(each -> each.at().isBefore(begin)).toList();
    var clock = new MarketClock(bars);
    List<Deal> liveDeals = Deal.live(lived.within(), clock);
    List<Deal> testedDeals = Deal.tested(tested);
    double tick = terms.tickSize().toDouble();
    List<FillLine> lines = FillLines.of(lived, liveDeals, testedDeals, tick, tolerance);
    Price first =
        lastBefore(bars, lived.period().from())
            .map(BarClosed::close)
            .orElse(bar(bars.getFirst()).open());
    Price last = bar(bars.getLast()).close();
    var figures = new LinkedHashMap<>(FillFigures.of(lines));
    double from = first.toDouble();
    double to = last.toDouble();
    figures.put(
        "liveTicksAUnit",
        new UnitProfit(decimal(Profit.liveHeld(lived.before())), from, tick).of(liveDeals, to));
    figures.put(
        "testedTicksAUnit",
        new UnitProfit(decimal(Profit.testedHeld(earlier)), from, tick).of(testedDeals, to));
    figures.put(
        "liveProfit", Profit.live(terms, lived.before(), lived.within(), first, last).toString());
    figures.put("testedProfit", Profit.tested(terms, earlier, tested, first, last).toString());
    figures.put("liveFees", fees(lived.within()));
    var assumptions = new LinkedHashMap<>(result.setup().assumptions().inWords());
    assumptions.put("limits", result.setup().limits().name().toLowerCase(Locale.ROOT));
    assumptions.put(
        "market time of fills",
        clock.isWall()
            ? "as the venue says"
            : "by the bars that were recorded around them: a replay runs at another speed");
    assumptions.put("the same fill", "of the same side, within " + tolerance);
    return report(assumptions, figures, lines, bars);
  }

  private static BigDecimal decimal(Quantity quantity) {
    return BigDecimal.valueOf(quantity.mantissa(), quantity.scale());
  }

  private static Optional<BarClosed> lastBefore(List<Kept> bars, Instant from) {
    return bars.stream()
        .filter(each -> each.at().isBefore(from))
        .reduce((_, last) -> last)
        .map(FillParity::bar);
  }

  private static String fees(List<FillRecorded> live) {
    return live.stream()
        .map(FillRecorded::fee)
        .reduce(Money::plus)
        .map(Money::toString)
        .orElse("none");
  }

  private static BarClosed bar(Kept kept) {
    return (BarClosed) kept.body();
  }

  private FillsReport report(
      Map<String, String> assumptions,
      Map<String, Object> figures,
      List<FillLine> lines,
      List<Kept> bars) {
    return new FillsReport(
        bars.isEmpty() ? "" : bar(bars.getFirst()).openTime().toString(),
        bars.isEmpty() ? "" : bar(bars.getLast()).closeTime().toString(),
        lived.run().parameters(),
        assumptions,
        figures,
        lines,
        notes);
  }
}
