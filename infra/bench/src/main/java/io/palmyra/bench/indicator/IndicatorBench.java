package io.palmyra.bench.indicator;

import io.palmyra.bench.micro.MicroBench;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Time and bytes that each indicator takes for a bar, by JMH. Fails when one allocates. */
@Command(
    name = "indicators",
    description = "Time and bytes that each indicator takes for a bar.",
    mixinStandardHelpOptions = true)
public final class IndicatorBench implements Callable<Integer> {
  @Option(names = "--iterations", description = "Measured seconds of each; 3 unless told.")
  private int iterations = 3;

  @Override
  public Integer call() throws RunnerException {
    List<String> allocating = new MicroBench(iterations, Indicators.class).allocating(_ -> true);
    System.out.println(
        allocating.isEmpty() ? "  No indicator allocates." : "  ALLOCATES: " + allocating);
    return allocating.isEmpty() ? 0 : 1;
  }
}
