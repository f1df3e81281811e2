package io.palmyra.backtest;

import io.palmyra.backtest.engine.Assumptions;
import io.palmyra.backtest.engine.Backtest;
import io.palmyra.backtest.engine.Commission;
import io.palmyra.backtest.engine.LimitsProfile;
import io.palmyra.backtest.engine.LookaheadCheck;
import io.palmyra.backtest.engine.Result;
import io.palmyra.backtest.engine.Setup;
import io.palmyra.backtest.history.Bars;
import io.palmyra.backtest.history.CsvImport;
import io.palmyra.backtest.history.Imported;
import io.palmyra.backtest.report.Report;
import io.palmyra.backtest.report.ReportFiles;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.instrument.SessionCalendar;
import io.palmyra.contracts.instrument.SpotTerms;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.strategy.Parameters;
import io.palmyra.core.strategy.Refusal;
import io.palmyra.core.strategy.StrategyType;
import io.palmyra.core.strategy.Validated;
import io.palmyra.local.LocalFailure;
import io.palmyra.local.cli.BacktestOptions;
import io.palmyra.local.cli.StrategiesOption;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The program behind {@code palmyra backtest}. */
@Command(name = BacktestOptions.NAME, description = BacktestOptions.DESCRIPTION)
public final class RunBacktest implements Callable<Integer> {
  private static final String PLENTY = "90000000000";

  /** ISO 4217's code for no currency: a file of bars does not say what it is that has the price. */
  private static final Currency NOTHING = new Currency("XXX");

  @Mixin BacktestOptions options = new BacktestOptions();

  @Mixin StrategiesOption strategies = new StrategiesOption();

  private final PrintStream out;

  RunBacktest(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] arguments) {
    System.exit(Programs.run(new RunBacktest(System.out), arguments));
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(options.data())) {
      throw wrong("--data", options.data(), "a file that can be read");
    }
    StrategyType strategy =
        Strategies.of(strategies.directory(), System.err).require("--strategy", options.strategy());
    Imported imported = CsvImport.read(options.data(), ZoneOffset.UTC, null);
    Bars bars = wanted(imported.bars());
    if (options.checkLookahead()) {
      return checked(
          LookaheadCheck.of(
              some -> setup(strategy, some), bars, Programs.progress(LookaheadCheck.CUTS)));
    }
    Result result = Backtest.run(setup(strategy, bars), Programs.progress(bars.size()));
    Report report = Report.of(result, imported.report());
    if (options.out() != null) {
      ReportFiles.write(options.out(), report, result);
    }
    if (options.json()) {
      out.println(ReportFiles.json(report));
    } else {
      report.tell(out);
    }
    return 0;
  }

  private int checked(LookaheadCheck.Found found) {
    out.println(found.inWords());
    return found.clean() ? 0 : 1;
  }

  private Bars wanted(Bars all) {
    Instant from =
        options.from() == null
            ? Instant.EPOCH
            : options.from().atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant to =
        options.to() == null
            ? Instant.ofEpochMilli(Long.MAX_VALUE)
            : options.to().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    Bars some = options.from() == null && options.to() == null ? all : all.between(from, to);
    if (some.size() == 0) {
      throw wrong("--data", options.data(), "a file with bars in the time that is wanted");
    }
    return some;
  }

  private Setup setup(StrategyType strategy, Bars bars) {
    try {
      InstrumentDefined terms = terms(bars);
      Currency currency = terms.quoteCurrency();
      return new Setup(
          strategy,
          parameters(strategy, bars.interval()),
          terms,
          bars,
          read("--limits", options.limits(), RunBacktest::profile),
          new Assumptions(
              read("--cash", options.cash(), text -> Money.of(text, currency)),
              read("--half-spread", options.halfSpread(), Price::of),
              read("--slippage", options.slippage(), Price::of),
              new Commission(
                  read(
                      "--commission-per-unit",
                      options.commissionPerUnit(),
                      text -> Money.of(text, currency)),
                  read("--commission-share", options.commissionShare(), Quantity::of)),
              read("--volume-share", options.volumeShare(), Quantity::of)));
    } catch (IllegalArgumentException e) {
      throw LocalFailure.refused(String.valueOf(e.getMessage()));
    }
  }

  /** The bars' own length is taken where nothing else is said. */
  private Parameters parameters(StrategyType strategy, Duration interval) {
    Map<String, String> given = new LinkedHashMap<>(options.parameters());
    boolean looksAtBars =
        strategy.descriptor().parameters().stream()
            .anyMatch(spec -> spec.name().equals("interval"));
    if (looksAtBars) {
      given.putIfAbsent("interval", interval.equals(Duration.ofDays(1)) ? "P1D" : "" + interval);
    }
    return switch (strategy.descriptor().validate(given)) {
      case Validated.Accepted accepted -> accepted.parameters();
      case Validated.Refused refused ->
          throw LocalFailure.refused(
              refused.refusals().stream()
                  .map(RunBacktest::text)
                  .collect(Collectors.joining(System.lineSeparator())));
    };
  }

  private static String text(Refusal refusal) {
    return "--param %s is '%s'; allowed: %s"
        .formatted(refusal.field(), refusal.value(), refusal.allowed());
  }

  private InstrumentDefined terms(Bars bars) {
    Price tick =
        options.tick() == null
            ? new Price(1, bars.priceScale())
            : read("--tick", options.tick(), Price::of);
    Quantity lot = read("--lot", options.lot(), Quantity::of);
    return new InstrumentDefined(
        read("--instrument", options.instrument(), InstrumentId::new),
        options.data().getFileName().toString(),
        NOTHING,
        read("--currency", options.currency(), Currency::new),
        Math.max(bars.priceScale(), tick.scale()),
        tick,
        lot.scale(),
        lot,
        lot,
        Quantity.of(PLENTY),
        read("--multiplier", options.multiplier(), Quantity::of),
        new SpotTerms(),
        SessionCalendar.always());
  }

  private static LimitsProfile profile(String name) {
    return Arrays.stream(LimitsProfile.values())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("wide or careful"));
  }

  private static <T> T read(String option, String text, Function<String, T> reading) {
    try {
      return reading.apply(text);
    } catch (IllegalArgumentException e) {
      throw wrong(option, text, String.valueOf(e.getMessage()));
    }
  }

  private static LocalFailure wrong(String option, Object value, Object allowed) {
    return LocalFailure.refused(option + " is '" + value + "'; allowed: " + allowed);
  }
}
