package io.palmyra.backtest.report;

import io.palmyra.backtest.engine.Result;
import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.value.Money;
import io.palmyra.core.analytics.Drawdowns;
import io.palmyra.core.analytics.EquityCurve;
import io.palmyra.core.analytics.EquityCurve.Point;
import io.palmyra.core.analytics.Performance;
import io.palmyra.core.analytics.Returns;
import io.palmyra.core.analytics.SharpeConfidence;
import io.palmyra.core.analytics.TradeStatistics;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** The figures of a result: returns are those of days in UTC, the risk-free rate is 0. */
final class Figures {
  private static final double TAIL = 0.95;

  private final Map<String, Object> all = new LinkedHashMap<>();

  private Figures() {}

  /** Each by its name, in the order in which people read them; what is not defined is null. */
  static Map<String, Object> of(Result result) {
    var figures = new Figures();
    EquityCurve curve = result.curve();
    Performance performance = DailyReturns.of(curve);
    figures.put("profit", result.profit().amount());
    figures.put("finalEquity", result.finalEquity().amount());
    figures.put("daysPerYear", (int) performance.periodsPerYear());
    figures.ofReturns(performance);
    figures.ofTrades(result, curve);
    return figures.all;
  }

  private void ofReturns(Performance performance) {
    Returns returns = performance.returns();
    Drawdowns drawdowns = Drawdowns.of(returns);
    number("totalReturn", returns.total());
    number("annualReturn", performance.annualReturn());
    number("volatility", performance.volatility());
    number("sharpe", performance.sharpe(0));
    number("probabilityOfSkill", new SharpeConfidence(returns).exceeds(0));
    number("sortino", performance.sortino(0));
    number("calmar", performance.calmar());
    number("omega", performance.omega(0));
    number("maximumDrawdown", drawdowns.maximum());
    put("longestDrawdownDays", drawdowns.longest());
    number("ulcerIndex", drawdowns.ulcerIndex());
    number("valueAtRisk95", performance.valueAtRisk(TAIL));
    number("expectedShortfall95", performance.expectedShortfall(TAIL));
    number("tailRatio", performance.tailRatio());
    number("skewness", returns.skewness());
    number("kurtosis", returns.kurtosis());
  }

  private void ofTrades(Result result, EquityCurve curve) {
    var trades = new TradeStatistics(result.trades());
    put("orders", result.orders().size());
    put("fills", result.fills().size());
    put("trades", trades.count());
    number("winRate", trades.winRate());
    number("profitFactor", trades.profitFactor());
    number("expectancy", trades.expectancy());
    number("averageWin", trades.averageWin());
    number("averageLoss", trades.averageLoss());
    put("longestLosingStreak", trades.longestLosingStreak());
    put("averageHeld", trades.averageHeld().truncatedTo(ChronoUnit.MINUTES).toString());
    number("averageAdverseExcursion", trades.averageAdverse());
    number("averageFavourableExcursion", trades.averageFavourable());
    Point first = curve.points().getFirst();
    Point last = curve.points().getLast();
    number("exposure", trades.exposure(first.time(), last.time()));
    put("fees", fees(result).amount());
  }

  private static Money fees(Result result) {
    return result.fills().stream()
        .map(OrderFilled::fee)
        .reduce(Money.zero(result.finalEquity().currency()), Money::plus);
  }

  private void number(String name, double figure) {
    all.put(name, Double.isFinite(figure) ? figure : null);
  }

  private void put(String name, Object figure) {
    all.put(name, figure);
  }
}
