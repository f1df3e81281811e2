package io.palmyra.backtest;

import io.palmyra.backtest.engine.Assumptions;
import io.palmyra.backtest.engine.Commission;
import io.palmyra.backtest.engine.LimitsProfile;
import io.palmyra.backtest.engine.Setup;
import io.palmyra.backtest.history.Bars;
import io.palmyra.backtest.history.CsvImport;
import io.palmyra.backtest.history.Imported;
import io.palmyra.backtest.search.Ground;
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
import io.palmyra.core.strategy.StrategyCatalogue;
import io.palmyra.core.strategy.StrategyType;
import io.palmyra.core.strategy.Validated;
import io.palmyra.local.LocalFailure;
import io.palmyra.local.cli.SetupOptions;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What options say of a backtest, read and checked; what is wrong is told by its option. */
final class GivenSetup {
  private static final String PLENTY = "90000000000";

  /** ISO 4217's code for no currency: a file of bars does not say what it is that has the price. */
  private static final Currency NOTHING = new Currency("XXX");

  private final SetupOptions options;
  private final StrategyType strategy;
  private final Imported imported;
  private final Bars bars;

  /** Reads the data. */
  GivenSetup(SetupOptions options) {
    this.options = options;
    if (!Files.isRegularFile(options.data())) {
      throw wrong("--data", options.data(), "a file that can be read");
    }
    strategy = strategyOf(options);
    imported = CsvImport.read(options.data(), ZoneOffset.UTC, null);
    bars = wanted(imported.bars());
  }

  /** The file as it was read. */
  Imported imported() {
    return imported;
  }

  /** Those of the time that is wanted. */
  Bars bars() {
    return bars;
  }

  /** A backtest over some bars, with the parameters as given. */
  Setup over(Bars some) {
    return over(some, parameters());
  }

  private Setup over(Bars some, Parameters parameters) {
    try {
      InstrumentDefined terms = terms(some);
      return new Setup(strategy, parameters, terms, some, limits(), assumptions(terms));
    } catch (IllegalArgumentException e) {
      throw LocalFailure.refused(String.valueOf(e.getMessage()));
    }
  }

  /** What all trials of a search have in common. */
  Ground ground() {
    // What is swept may be what makes the given parameters fit each other: defaults do here.
    over(bars, accepted(Map.of()));
    InstrumentDefined terms = terms(bars);
    return new Ground(
        strategy, given(), terms, bars, 0, bars.size(), false, limits(), assumptions(terms));
  }

  private LimitsProfile limits() {
    return read("--limits", options.limits(), GivenSetup::profile);
  }

  private Assumptions assumptions(InstrumentDefined terms) {
    Currency currency = terms.quoteCurrency();
    return new Assumptions(
        read("--cash", options.cash(), text -> Money.of(text, currency)),
        read("--half-spread", options.halfSpread(), Price::of),
        read("--slippage", options.slippage(), Price::of),
        new Commission(
            read(
                "--commission-per-unit",
                options.commissionPerUnit(),
                text -> Money.of(text, currency)),
            read("--commission-share", options.commissionShare(), Quantity::of)),
        read("--volume-share", options.volumeShare(), Quantity::of));
  }

  private static StrategyType strategyOf(SetupOptions options) {
    var catalogue = StrategyCatalogue.builtIn();
    return catalogue
        .find(options.strategy())
        .orElseThrow(
            () ->
                wrong(
                    "--strategy",
                    options.strategy(),
                    catalogue.all().stream()
                        .map(type -> type.descriptor().id())
                        .collect(Collectors.joining(", "))));
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

  private Parameters parameters() {
    return accepted(given());
  }

  /** The bars' own length is taken where nothing else is said. */
  private Map<String, String> given() {
    Map<String, String> given = new LinkedHashMap<>(options.parameters());
    boolean looksAtBars =
        strategy.descriptor().parameters().stream()
            .anyMatch(spec -> spec.name().equals(Ground.INTERVAL));
    if (looksAtBars) {
      Duration interval = bars.interval();
      given.putIfAbsent(
          Ground.INTERVAL, interval.equals(Duration.ofDays(1)) ? "P1D" : "" + interval);
    }
    return given;
  }

  private Parameters accepted(Map<String, String> given) {
    return switch (strategy.descriptor().validate(given)) {
      case Validated.Accepted accepted -> accepted.parameters();
      case Validated.Refused refused ->
          throw LocalFailure.refused(
              refused.refusals().stream()
                  .map(GivenSetup::text)
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

  static <T> T read(String option, String text, Function<String, T> reading) {
    try {
      return reading.apply(text);
    } catch (IllegalArgumentException e) {
      throw wrong(option, text, String.valueOf(e.getMessage()));
    }
  }

  static LocalFailure wrong(String option, Object value, Object allowed) {
    return LocalFailure.refused(option + " is '" + value + "'; allowed: " + allowed);
  }
}
