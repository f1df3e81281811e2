package io.palmyra.bench.micro;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs classes of benchmarks with JMH and its GC profiler, and tells time and bytes of each. */
public final class MicroBench {
  /** Less than a byte an operation: what the profiler itself leaves. */
  private static final double NOTHING = 0.5;

  private final List<Class<?>> classes;
  private final int iterations;

  /**
   * @param iterations measured seconds of each benchmark
   */
  public MicroBench(int iterations, Class<?>... classes) {
    this.classes = List.of(classes);
    this.iterations = iterations;
  }

  /**
   * Runs them.
   *
   * @param mayNot benchmarks, by their whole names, that must not allocate
   * @return those of them that do
   */
  public List<String> allocating(Predicate<String> mayNot) throws RunnerException {
    var allocating = new ArrayList<String>();
    Collection<RunResult> results = run();
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
      if (bytes > NOTHING && mayNot.test(result.getParams().getBenchmark())) {
        allocating.add(name);
      }
    }
    return allocating;
  }

  private Collection<RunResult> run() throws RunnerException {
    var options =
        new OptionsBuilder()
            .addProfiler(GCProfiler.class)
            .forks(1)
            .warmupIterations(3)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(iterations)
            .measurementTime(TimeValue.seconds(1));
    classes.forEach(each -> options.include(each.getName() + "[.].*"));
    return new Runner(options.build()).run();
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
