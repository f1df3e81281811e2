package io.palmyra.backtest.parity;

import io.palmyra.backtest.engine.Result;
import io.palmyra.backtest.engine.StrategyFailedException;
import io.palmyra.contracts.decision.ChildReleased;
import io.palmyra.contracts.decision.ChildWithheld;
import io.palmyra.contracts.decision.Decision;
import io.palmyra.contracts.decision.DecisionInputs;
import io.palmyra.contracts.decision.ParentEnded;
import io.palmyra.contracts.decision.SignalAccepted;
import io.palmyra.contracts.decision.SignalDenied;
import io.palmyra.contracts.fill.FillRecorded;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.BarClosed;
import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.strategy.DataNeeds;
import io.palmyra.core.strategy.Parameters;
import io.palmyra.core.strategy.StrategyCatalogue;
import io.palmyra.core.strategy.StrategyType;
import io.palmyra.core.strategy.Validated;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds the live fills of a strategy instance against a plain backtest of the same time. */
final class FillParity {
  private static final Duration LEAST_TOLERANCE = Duration.ofSeconds(5);
  private static final int BARS_OF_TOLERANCE = 3;

  private final Lived lived;
  private final List<String> notes = new ArrayList<>();

  /**
   * What happened live under one set of parameters.
   *
   * @param run the first of the runs with these
   * @param inputs of it
   * @param period that is compared
   * @param fills of the instance, also those before
   * @param decisions about its signals
   * @param signals market times of its signals
   */
  record Lived(
      Run run,
      RunInputs inputs,
      Period period,
      List<Kept> fills,
      List<Decision> decisions,
      List<Instant> signals) {}

  private FillParity(Lived lived) {
    this.lived = lived;
  }

  /** Empty where there is no such strategy, or nothing to hold it against. */
  static Optional<FillsReport> of(Lived lived) {
    StrategyType type = StrategyCatalogue.builtIn().find(lived.run().strategy()).orElse(null);
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
    List<Kept> bars = interval == null ? List.of() : bars(interval);
    Optional<InstrumentDefined> terms =
        bodies(Topic.INSTRUMENTS, InstrumentDefined.class).reduce((_, last) -> last);
    if (interval == null || bars.isEmpty() || terms.isEmpty()) {
      notes.add("no bars to play: a backtest plays nothing else yet");
      return report(Map.of(), Map.of(), List.of(), List.of());
    }
    try {
      Result result =
          PlainBacktest.run(
              type,
              parameters,
              terms.get(),
              bars.stream().map(each -> (BarClosed) each.body()).toList(),
              lived.decisions().stream().flatMap(FillParity::used).toList());
      return compare(result, bars, interval);
    } catch (StrategyFailedException | IllegalArgumentException e) {
      notes.add("no backtest: " + e.getMessage());
      return report(Map.of(), Map.of(), List.of(), bars);
    }
  }

  private FillsReport compare(Result result, List<Kept> bars, Duration interval) {
    InstrumentDefined terms = result.setup().terms();
    Instant begin =
        bars.stream()
            .filter(each -> each.at().isBefore(lived.period().from()))
            .reduce((_, last) -> last)
            .map(each -> ((BarClosed) each.body()).closeTime())
            .orElse(Instant.MIN);
    List<OrderFilled> tested =
        result.fills().stream().filter(each -> !each.at().isBefore(begin)).toList();
    List<FillRecorded> live =
        fills().filter(each -> lived.period().holds(each.at())).map(FillParity::fill).toList();
    Duration wanted = interval.multipliedBy(BARS_OF_TOLERANCE);
    Duration tolerance = wanted.compareTo(LEAST_TOLERANCE) > 0 ? wanted : LEAST_TOLERANCE;
    List<FillLine> lines = lines(Deal.live(live), Deal.tested(tested), tolerance, terms);
    var figures = new LinkedHashMap<>(FillFigures.of(lines));
    Price first = mark(bars, begin, terms);
    Price last = ((BarClosed) bars.getLast().body()).close();
    figures.put("liveProfit", liveProfit(terms, live, first, last));
    figures.put(
        "testedProfit",
        profit(
            terms,
            result.fills().stream().filter(each -> each.at().isBefore(begin)),
            tested,
            first,
            last));
    figures.put("liveFees", fees(live));
    var assumptions = new LinkedHashMap<>(result.setup().assumptions().inWords());
    assumptions.put("limits", result.setup().limits().name().toLowerCase(java.util.Locale.ROOT));
    assumptions.put("the same fill", "of the same side, within " + tolerance);
    return report(assumptions, figures, lines, bars);
  }

  private List<FillLine> lines(
      List<Deal> live, List<Deal> tested, Duration tolerance, InstrumentDefined terms) {
    FillMatch match = FillMatch.of(live, tested, tolerance);
    double tick = terms.tickSize().toDouble();
    return Stream.of(
            match.pairs().stream().map(each -> FillLine.matched(each.live(), each.tested(), tick)),
            match.missed().stream()
                .map(
                    each ->
                        FillLine.missed(
                            each,
                            Explanation.missed(
                                each, lived.decisions(), lived.signals(), tolerance))),
            match.extra().stream()
                .map(each -> FillLine.extra(each, Explanation.extra(each, tested, tolerance))))
        .flatMap(each -> each)
        .sorted(
            Comparator.comparing(
                each ->
                    Instant.parse(each.testedAt() == null ? "" + each.liveAt() : each.testedAt())))
        .toList();
  }

  private String liveProfit(
      InstrumentDefined terms, List<FillRecorded> live, Price first, Price last) {
    Quantity held =
        fills()
            .filter(each -> each.at().isBefore(lived.period().from()))
            .map(FillParity::fill)
            .map(each -> signed(each.side(), each.lastQuantity()))
            .reduce(Quantity.ZERO, Quantity::plus);
    var profit = new Profit(terms, held, first);
    live.forEach(each -> profit.on(each.side(), each.lastQuantity(), each.lastPrice()));
    return profit.at(last).toString();
  }

  private static String profit(
      InstrumentDefined terms,
      Stream<OrderFilled> before,
      List<OrderFilled> within,
      Price first,
      Price last) {
    Quantity held =
        before
            .map(each -> signed(each.side(), each.lastQuantity()))
            .reduce(Quantity.ZERO, Quantity::plus);
    var profit = new Profit(terms, held, first);
    within.forEach(each -> profit.on(each.side(), each.lastQuantity(), each.lastPrice()));
    return profit.at(last).toString();
  }

  private static Quantity signed(Side side, Quantity quantity) {
    return side.sign() > 0 ? quantity : quantity.negate();
  }

  private static Price mark(List<Kept> bars, Instant begin, InstrumentDefined terms) {
    return bars.stream()
        .map(each -> (BarClosed) each.body())
        .filter(each -> !each.closeTime().isAfter(begin))
        .reduce((_, last) -> last)
        .map(BarClosed::close)
        .orElse(((BarClosed) bars.getFirst().body()).open())
        .atScale(terms.priceScale());
  }

  private static String fees(List<FillRecorded> live) {
    return live.stream()
        .map(FillRecorded::fee)
        .reduce(Money::plus)
        .map(Money::toString)
        .orElse("none");
  }

  /** Of the interval, in the order of time, each once. */
  private List<Kept> bars(Duration interval) {
    var bars = new ArrayList<Kept>();
    Instant newest = Instant.MIN;
    for (Span span : lived.inputs().spans()) {
      for (Kept each : lived.inputs().of(span.lane())) {
        if (each.body() instanceof BarClosed bar
            && bar.interval().equals(interval)
            && each.at().isBefore(lived.period().until())
            && bar.openTime().isAfter(newest)) {
          bars.add(each);
          newest = bar.openTime();
        }
      }
    }
    return bars;
  }

  private <M> Stream<M> bodies(Topic topic, Class<M> type) {
    return lived.inputs().spans().stream()
        .filter(span -> span.lane().topic() == topic)
        .flatMap(span -> lived.inputs().of(span.lane()).stream())
        .map(Kept::body)
        .filter(type::isInstance)
        .map(type::cast);
  }

  private Stream<Kept> fills() {
    return lived.fills().stream().filter(each -> each.body() instanceof FillRecorded);
  }

  private static FillRecorded fill(Kept kept) {
    return (FillRecorded) kept.body();
  }

  private static Stream<DecisionInputs> used(Decision decision) {
    return switch (decision) {
      case SignalAccepted accepted -> Stream.of(accepted.used());
      case SignalDenied denied -> Stream.of(denied.used());
      case ChildReleased child -> Stream.of(child.used());
      case ChildWithheld child -> Stream.of(child.used());
      case ParentEnded _ -> Stream.empty();
    };
  }

  private FillsReport report(
      Map<String, String> assumptions,
      Map<String, Object> figures,
      List<FillLine> lines,
      List<Kept> bars) {
    return new FillsReport(
        bars.isEmpty() ? "" : ((BarClosed) bars.getFirst().body()).openTime().toString(),
        bars.isEmpty() ? "" : ((BarClosed) bars.getLast().body()).closeTime().toString(),
        lived.run().parameters(),
        assumptions,
        figures,
        lines,
        notes);
  }
}
