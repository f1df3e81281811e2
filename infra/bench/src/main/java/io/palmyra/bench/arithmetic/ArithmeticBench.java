package io.palmyra.bench.arithmetic;

import io.palmyra.bench.micro.MicroBench;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.RunnerException;
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
  @Option(names = "--iterations", description = "Measured seconds of each; 3 unless told.")
  private int iterations = 3;

  @Override
  public Integer call() throws RunnerException {
    List<String> allocating =
        new MicroBench(iterations, Arithmetic.class, WireFormat.class)
            .allocating(name -> name.contains(".Arithmetic."));
    System.out.println(
        allocating.isEmpty() ? "  Arithmetic allocates nothing." : "  ALLOCATES: " + allocating);
    return allocating.isEmpty() ? 0 : 1;
  }
}
