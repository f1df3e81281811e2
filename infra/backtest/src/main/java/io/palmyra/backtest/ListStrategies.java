package io.palmyra.backtest;

import io.palmyra.core.strategy.ParameterSpec;
import io.palmyra.core.strategy.StrategyCatalogue;
import io.palmyra.core.strategy.StrategyDescriptor;
import io.palmyra.core.strategy.StrategyType;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** The program behind {@code palmyra strategies}. */
public final class ListStrategies {
  private ListStrategies() {}

  /**
   * Lists all, or describes one.
   *
   * @param arguments the id of one, or none
   */
  public static void main(String[] arguments) {
    System.exit(run(StrategyCatalogue.builtIn(), System.out, arguments));
  }

  static int run(StrategyCatalogue catalogue, PrintStream out, String... arguments) {
    if (arguments.length == 0) {
      catalogue.all().stream().map(StrategyType::descriptor).forEach(each -> line(each, out));
      return 0;
    }
    Optional<StrategyType> found = catalogue.find(arguments[0]);
    if (found.isEmpty()) {
      List<String> ids = catalogue.all().stream().map(type -> type.descriptor().id()).toList();
      out.println("strategy is '" + arguments[0] + "'; allowed: " + String.join(", ", ids));
      return 2;
    }
    describe(found.get().descriptor(), out);
    return 0;
  }

  private static void line(StrategyDescriptor each, PrintStream out) {
    out.printf("%-14s %s%n", each.id(), each.description());
  }

  private static void describe(StrategyDescriptor each, PrintStream out) {
    line(each, out);
    out.println();
    for (ParameterSpec spec : each.parameters()) {
      out.printf("  %-20s %s%n", spec.name(), spec.meaning());
      out.printf("  %-20s %s; default: %s%n", "", spec.allowed(), spec.defaultText());
    }
  }
}
