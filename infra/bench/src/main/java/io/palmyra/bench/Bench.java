package io.palmyra.bench;

import io.palmyra.bench.arithmetic.ArithmeticBench;
import io.palmyra.bench.backtest.BacktestBench;
import io.palmyra.bench.failover.FailoverBench;
import io.palmyra.bench.halt.HaltBench;
import io.palmyra.bench.indicator.IndicatorBench;
import io.palmyra.bench.journal.JournalBench;
import io.palmyra.bench.latency.LatencyBench;
import io.palmyra.bench.orders.OrdersBench;
import io.palmyra.bench.startup.StartupBench;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code palmyra bench NAME}: runs one benchmark. */
@Command(
    name = "palmyra bench",
    description = "Measures the product against a floor or a peer in the same run.",
    mixinStandardHelpOptions = true,
    subcommands = {
      LatencyBench.class,
      HaltBench.class,
      FailoverBench.class,
      OrdersBench.class,
      JournalBench.class,
      StartupBench.class,
      ArithmeticBench.class,
      IndicatorBench.class,
      BacktestBench.class
    })
public final class Bench implements Runnable {
  private Bench() {}

  /** Runs the benchmark that the arguments name. */
  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Bench())
            .setExecutionExceptionHandler(
                (failure, command, parsed) -> {
                  failure.printStackTrace();
                  return 1;
                })
            .execute(arguments));
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }
}
