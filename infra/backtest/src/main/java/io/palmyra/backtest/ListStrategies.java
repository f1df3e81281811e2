package io.palmyra.backtest;

import io.palmyra.core.strategy.ParameterSpec;
import io.palmyra.core.strategy.StrategyDescriptor;
import io.palmyra.core.strategy.StrategyType;
import io.palmyra.local.cli.StrategiesOption;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The program behind {@code palmyra strategies}: lists all, or describes one. */
@Command(name = "strategies")
public final class ListStrategies implements Callable<Integer> {
  @Parameters(paramLabel = "ID", arity = "0..1")
  @Nullable String id;

  @Mixin StrategiesOption where = new StrategiesOption();

  private final PrintStream out;

  ListStrategies(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] arguments) {
    System.exit(run(System.out, arguments));
  }

  static int run(PrintStream out, String... arguments) {
    return Programs.run(new ListStrategies(out), arguments);
  }

  @Override
  public Integer call() throws IOException {
    var strategies = Strategies.of(where.directory(), System.err);
    if (id == null) {
      strategies.catalogue().all().stream()
          .map(StrategyType::descriptor)
          .forEach(each -> line(each, strategies));
    } else {
      describe(strategies.require("strategy", id).descriptor(), strategies);
    }
    return 0;
  }

  private void line(StrategyDescriptor each, Strategies strategies) {
    String origin =
        strategies.loaded().jarOf(each.id()).map(jar -> "  [" + jar.file() + "]").orElse("");
    out.printf("%-14s %s%s%n", each.id(), each.description(), origin);
  }

  private void describe(StrategyDescriptor each, Strategies strategies) {
    line(each, strategies);
    strategies
        .loaded()
        .jarOf(each.id())
        .ifPresent(jar -> out.printf("%-14s sha256 %s%n", "", jar.sha256()));
    out.println();
    for (ParameterSpec spec : each.parameters()) {
      out.printf("  %-20s %s%n", spec.name(), spec.meaning());
      out.printf("  %-20s %s; default: %s%n", "", spec.allowed(), spec.defaultText());
    }
  }
}
