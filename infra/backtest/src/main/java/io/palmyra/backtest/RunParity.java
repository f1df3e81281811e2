package io.palmyra.backtest;

import io.palmyra.backtest.parity.KafkaTopics;
import io.palmyra.backtest.parity.Parity;
import io.palmyra.backtest.parity.ParityReport;
import io.palmyra.backtest.parity.Period;
import io.palmyra.backtest.parity.Selection;
import io.palmyra.backtest.report.ParityPage;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.StrategyInstanceId;
import io.palmyra.core.strategy.StrategyCatalogue;
import io.palmyra.local.LocalFailure;
import io.palmyra.local.MonotonicTime;
import io.palmyra.local.cli.ParityOptions;
import io.palmyra.local.cli.StrategiesOption;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The program behind {@code palmyra parity}. */
@Command(name = ParityOptions.NAME, description = ParityOptions.DESCRIPTION)
public final class RunParity implements Callable<Integer> {
  private static final Duration QUIET = Duration.ofSeconds(1);

  @Option(names = "--bootstrap", required = true)
  String bootstrap = "";

  @Mixin ParityOptions options = new ParityOptions();

  @Mixin StrategiesOption strategies = new StrategiesOption();

  private final PrintStream out;
  private final InstantSource clock;
  private MonotonicTime told = MonotonicTime.start();

  RunParity(PrintStream out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
  }

  public static void main(String[] arguments) {
    System.exit(Programs.run(new RunParity(System.out, InstantSource.system()), arguments));
  }

  @Override
  public Integer call() throws IOException {
    ParityOptions.Times times = options.times(clock.instant());
    var period = new Period(times.from(), times.until());
    var selection =
        new Selection(
            read("--instance", options.instance(), StrategyInstanceId::new),
            read("--account", options.account(), AccountId::new));
    StrategyCatalogue catalogue = Strategies.of(strategies.directory(), System.err).catalogue();
    ParityReport report;
    try (var topics = new KafkaTopics(bootstrap, this::reading)) {
      report = Parity.of(topics, period, selection, catalogue, this::step);
    }
    Path directory = options.out();
    if (directory != null) {
      Files.createDirectories(directory);
      Files.writeString(directory.resolve("parity.json"), report.json());
      Files.writeString(directory.resolve("parity.html"), ParityPage.of(report));
    }
    if (options.json()) {
      out.println(report.json());
    } else {
      report.tell(out);
    }
    return report.same() ? 0 : 1;
  }

  private void step(String what) {
    told = MonotonicTime.start();
    System.err.println("  " + what);
  }

  private void reading(long records, long of) {
    if (told.passed(QUIET)) {
      told = MonotonicTime.start();
      System.err.println("    " + records + " of " + of + " records");
    }
  }

  private static <T> @Nullable T read(
      String option, @Nullable String text, Function<String, T> reading) {
    try {
      return text == null ? null : reading.apply(text);
    } catch (IllegalArgumentException e) {
      throw LocalFailure.refused(option + " is '" + text + "'; allowed: " + e.getMessage());
    }
  }
}
