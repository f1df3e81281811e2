package io.palmyra.backtest.search;

import io.palmyra.core.strategy.ParameterSpec;
import io.palmyra.core.strategy.StrategyDescriptor;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Reads axes as people write them: {@code NAME=FROM..TO:STEP} or {@code NAME=a,b,c}. */
public final class AxisText {
  private static final int MOST = 10_000;
  private static final String RANGE = "..";

  private final String text;
  private final ParameterSpec spec;

  private AxisText(String text, ParameterSpec spec) {
    this.text = text;
    this.spec = spec;
  }

  /**
   * Reads one and checks each of its values against the parameter's bounds.
   *
   * @throws IllegalArgumentException if something is wrong with it
   */
  public static Axis read(String over, StrategyDescriptor strategy) {
    int equals = over.indexOf('=');
    if (equals < 1) {
      throw new IllegalArgumentException(
          "--over is '" + over + "'; allowed: NAME=FROM..TO:STEP or NAME=a,b,c");
    }
    String name = over.substring(0, equals);
    List<ParameterSpec> sweepable =
        strategy.parameters().stream()
            .filter(each -> !each.name().equals(Ground.INTERVAL))
            .toList();
    ParameterSpec spec =
        sweepable.stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "--over names '%s'; allowed: one of the parameters %s"
                            .formatted(
                                name,
                                String.join(
                                    ", ", sweepable.stream().map(ParameterSpec::name).toList()))));
    return new AxisText(over.substring(equals + 1), spec).axis();
  }

  private Axis axis() {
    boolean ordered =
        switch (spec) {
          case ParameterSpec.Whole _, ParameterSpec.Decimal _, ParameterSpec.Length _ -> true;
          case ParameterSpec.Choice _, ParameterSpec.Flag _, ParameterSpec.Text _ -> false;
        };
    List<String> values = text.contains(RANGE) ? range() : list();
    if (new HashSet<>(values).size() < values.size()) {
      throw wrong(text, "each value once");
    }
    return new Axis(spec.name(), values, ordered);
  }

  private List<String> list() {
    List<String> values = new ArrayList<>();
    for (String each : text.split(",", -1)) {
      values.add(accepted(each.strip()));
    }
    return values;
  }

  private List<String> range() {
    boolean whole =
        switch (spec) {
          case ParameterSpec.Whole _ -> true;
          case ParameterSpec.Decimal _ -> false;
          case ParameterSpec.Length _,
              ParameterSpec.Choice _,
              ParameterSpec.Flag _,
              ParameterSpec.Text _ ->
              throw wrong(text, "a list such as a,b,c of values that are " + spec.allowed());
        };
    int dots = text.indexOf(RANGE);
    int colon = text.indexOf(':', dots);
    if (colon < 0 && !whole) {
      throw wrong(text, "FROM..TO:STEP, since the number is a decimal one");
    }
    BigDecimal from = number(text.substring(0, dots));
    BigDecimal to =
        number(text.substring(dots + RANGE.length(), colon < 0 ? text.length() : colon));
    BigDecimal step = colon < 0 ? BigDecimal.ONE : number(text.substring(colon + 1));
    if (from.compareTo(to) > 0) {
      throw wrong(text, "FROM not above TO");
    }
    if (step.signum() <= 0) {
      throw wrong(text, "a STEP above 0");
    }
    accepted(to.toPlainString());
    if (to.subtract(from).divideToIntegralValue(step).compareTo(BigDecimal.valueOf(MOST)) >= 0) {
      throw wrong(text, MOST + " values at most");
    }
    List<String> values = new ArrayList<>();
    for (BigDecimal at = from; at.compareTo(to) <= 0; at = at.add(step)) {
      values.add(accepted(at.toPlainString()));
    }
    return values;
  }

  private BigDecimal number(String part) {
    try {
      return new BigDecimal(part.strip());
    } catch (NumberFormatException _) {
      throw wrong(part.strip(), "a number, in FROM..TO:STEP");
    }
  }

  private String accepted(String value) {
    Object read = spec.read(value);
    if (read == null) {
      throw wrong(value, spec.allowed());
    }
    return read.toString();
  }

  private IllegalArgumentException wrong(String value, String allowed) {
    return new IllegalArgumentException(
        "--over %s is '%s'; allowed: %s".formatted(spec.name(), value, allowed));
  }
}
