package io.palmyra.core.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.palmyra.testing.SharedData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against the values that the tests of another library expect, each of its cases a test. */
class EmpyricalReferenceTests {
  private static final double TOLERANCE = 1e-8;
  private static final Map<String, Double> PERIODS =
      Map.of("daily", 252.0, "weekly", 52.0, "monthly", 12.0, "quarterly", 4.0, "yearly", 1.0);

  private final JsonNode file =
      new JsonMapper().readTree(SharedData.require("metrics/empyrical-expected.json").toFile());

  @TestFactory
  Stream<DynamicTest> eachCase() {
    List<JsonNode> cases = StreamSupport.stream(file.path("cases").spliterator(), false).toList();
    assertThat(cases).hasSize(58);
    return cases.stream().map(each -> DynamicTest.dynamicTest(each.toString(), () -> agrees(each)));
  }

  private void agrees(JsonNode wanted) {
    double[] actual = figure(wanted);
    JsonNode expected = wanted.path("expected");
    double[] all =
        expected.isArray()
            ? StreamSupport.stream(expected.spliterator(), false)
                .mapToDouble(EmpyricalReferenceTests::number)
                .toArray()
            : new double[] {number(expected)};
    boolean rounded =
        Set.of("cum_returns", "cum_returns_final", "roll_max_drawdown")
            .contains(wanted.path("metric").asString());
    double tolerance = rounded ? 1e-4 : TOLERANCE;
    assertThat(actual).hasSameSizeAs(all);
    for (int i = 0; i < all.length; i++) {
      if (Double.isFinite(all[i])) {
        assertThat(actual[i]).isCloseTo(all[i], within(tolerance));
      } else {
        assertThat(actual[i]).isEqualTo(Double.valueOf(all[i]));
      }
    }
  }

  private double[] figure(JsonNode wanted) {
    double year = PERIODS.get(wanted.path("period").asString("daily"));
    String metric = wanted.path("metric").asString();
    if (metric.equals("cum_returns")) {
      return Returns.of(zeroForGaps(wanted.path("returns")))
          .growthOf(wanted.path("starting_value").asDouble());
    }
    Returns returns = returns(wanted.path("returns"));
    var performance = new Performance(returns, year);
    return switch (metric) {
      case "cum_returns_final" -> one(returns.total());
      case "max_drawdown" -> one(-Drawdowns.of(returns).maximum());
      case "annual_ret", "cagr" -> one(whole(wanted, year).annualReturn());
      case "annual_volatility" -> one(performance.volatility());
      case "calmar" -> one(whole(wanted, year).calmar());
      case "omega" -> one(omega(wanted, performance));
      case "sharpe_ratio" -> one(performance.sharpe(inEach(wanted, "risk_free", returns)));
      case "downside_risk" ->
          one(performance.downsideDeviation(inEach(wanted, "required_return", returns)));
      case "sortino" -> one(performance.sortino(wanted.path("required_return").asDouble()));
      case "stability_of_timeseries" -> one(performance.stability());
      case "tail_ratio" -> one(performance.tailRatio());
      case "roll_max_drawdown" ->
          performance.rolling(
              wanted.path("window").asInt(), each -> -Drawdowns.of(each.returns()).maximum());
      case "roll_sharpe_ratio" ->
          performance.rolling(wanted.path("window").asInt(), each -> each.sharpe(0));
      case "excess_sharpe" ->
          one(
              new Benchmarked(returns, inEach(wanted, "factor_returns", returns), year)
                  .informationRatio());
      default -> beside(metric, wanted, year);
    };
  }

  /** The reference counts a period without a return as one in which nothing happened. */
  private Performance whole(JsonNode wanted, double year) {
    return new Performance(Returns.of(zeroForGaps(wanted.path("returns"))), year);
  }

  private double[] beside(String metric, JsonNode wanted, double year) {
    JsonNode other =
        wanted.has("benchmark") ? wanted.path("benchmark") : wanted.path("factor_returns");
    Benchmarked both = sideBySide(values(wanted.path("returns")), values(other), year);
    return switch (metric) {
      case "alpha_beta" -> new double[] {both.alpha(0), both.beta()};
      case "alpha" -> one(both.alpha(0));
      case "beta" -> one(both.beta());
      case "capture_ratio" ->
          one(
              new Benchmarked(
                      Returns.of(zeroForGaps(wanted.path("returns"))),
                      Returns.of(zeroForGaps(other)),
                      year)
                  .capture());
      case "up_capture" -> one(both.upCapture());
      case "down_capture" -> one(both.downCapture());
      default -> throw new IllegalArgumentException("no figure for " + metric);
    };
  }

  private static double[] one(double figure) {
    return new double[] {figure};
  }

  /** The reference gives its threshold by the year. */
  private static double omega(JsonNode wanted, Performance performance) {
    double required = wanted.path("required_return").asDouble();
    if (required <= -1 || performance.returns().size() < 2) {
      return Double.NaN;
    }
    double threshold = Math.pow(1 + required, 1 / performance.periodsPerYear()) - 1;
    return performance.omega(wanted.path("risk_free").asDouble() + threshold);
  }

  private Returns inEach(JsonNode wanted, String field, Returns returns) {
    JsonNode given = wanted.path(field);
    return given.isNumber()
        ? returns.minus(returns).minus(-given.asDouble())
        : Returns.of(tail(present(values(given)), returns.size()));
  }

  private static Benchmarked sideBySide(List<Double> left, List<Double> right, double year) {
    int size = Math.min(left.size(), right.size());
    List<Double> ours = left.subList(left.size() - size, left.size());
    List<Double> theirs = right.subList(right.size() - size, right.size());
    var pairs = new ArrayList<double[]>();
    for (int i = 0; i < size; i++) {
      if (!ours.get(i).isNaN() && !theirs.get(i).isNaN()) {
        pairs.add(new double[] {ours.get(i), theirs.get(i)});
      }
    }
    return new Benchmarked(
        Returns.of(pairs.stream().mapToDouble(pair -> pair[0]).toArray()),
        Returns.of(pairs.stream().mapToDouble(pair -> pair[1]).toArray()),
        year);
  }

  private Returns returns(JsonNode given) {
    return Returns.of(present(values(given)));
  }

  private static double[] present(List<Double> values) {
    return values.stream().filter(each -> !each.isNaN()).mapToDouble(each -> each).toArray();
  }

  private static double[] tail(double[] values, int size) {
    return java.util.Arrays.copyOfRange(values, values.length - size, values.length);
  }

  private double[] zeroForGaps(JsonNode given) {
    return values(given).stream().mapToDouble(each -> each.isNaN() ? 0 : each).toArray();
  }

  private List<Double> values(JsonNode given) {
    JsonNode values =
        given.has("series")
            ? file.path("series").path(given.path("series").asString())
            : given.path("values");
    return StreamSupport.stream(values.spliterator(), false)
        .map(EmpyricalReferenceTests::number)
        .toList();
  }

  private static double number(JsonNode value) {
    if (value.isNull()) {
      return Double.NaN;
    }
    return value.isString() ? Double.parseDouble(value.asString()) : value.asDouble();
  }
}
