package io.palmyra.bench.arithmetic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Time and bytes an operation on Price, Quantity and Money, by JMH with its GC profiler. Fails when
 * arithmetic allocates.
 */
@Command(
    name = "arithmetic",
    description = "Time and bytes an operation on prices, quantities and money, and of the codec.",
    mixinStandardHelpOptions = true)
public final class ArithmeticBench implements Callable<Integer> {
  /** Less than a byte an operation: what the profiler itself leaves. */
  private static final double NOTHING = 0.5;

  @Option(names = "--iterations", description = "Measured seconds of each; 3 unless told.")
  private int iterations = 3;

  @Override
  public Integer call() throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(Arithmetic.class.getName() + ".*")
                    .include(WireFormat.class.getName() + ".*")
                    .addProfiler(GCProfiler.class)
                    .forks(1)
                    .warmupIterations(3)
                    .warmupTime(TimeValue.seconds(1))
                    .measurementIterations(iterations)
                    .measurementTime(TimeValue.seconds(1))
                    .build())
            .run();
    List<String> allocating = new ArrayList<>();
    System.out.printf(Locale.ROOT, "%n  %-24s %10s %10s%n", "operation", "ns", "bytes");
    for (RunResult result : results) {
      String name = result.getPrimaryResult().getLabel();
      double bytes = bytesOf(result);
      System.out.printf(
          Locale.ROOT,
          "  %-24s %10.1f %10.1f%n",
          name,
          result.getPrimaryResult().getScore(),
          bytes);
      if (bytes > NOTHING && result.getParams().getBenchmark().contains(".Arithmetic.")) {
        allocating.add(name);
      }
    }
    System.out.println(
        allocating.isEmpty() ? "  Arithmetic allocates nothing." : "  ALLOCATES: " + allocating);
    return allocating.isEmpty() ? 0 : 1;
  }

  @SuppressWarnings("rawtypes") // JMH gives a map of raw results
  private static double bytesOf(RunResult result) {
    return result.getSecondaryResults().entrySet().stream()
        .filter(entry -> entry.getKey().endsWith("gc.alloc.rate.norm"))
        .mapToDouble(entry -> entry.getValue().getScore())
        .findFirst()
        .orElse(Double.NaN);
  }
}
