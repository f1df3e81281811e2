package io.palmyra.backtest;

import io.palmyra.backtest.engine.Setup;
import io.palmyra.backtest.history.Bars;
import io.palmyra.backtest.history.CsvImport;
import io.palmyra.backtest.history.Imported;
import io.palmyra.backtest.history.TradingHours;
import io.palmyra.backtest.search.Ground;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.core.strategy.Parameters;
import io.palmyra.local.LocalFailure;
import io.palmyra.local.cli.SetupOptions;
import java.nio.file.Files;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;

/** A backtest of bars as options say it. */
final class GivenSetup {
  private static final Duration DAY = Duration.ofDays(1);

  private final GivenParts parts;
  private final Imported imported;
  private final Bars bars;

  /** Reads the data. */
  GivenSetup(SetupOptions options) {
    if (!Files.isRegularFile(options.data())) {
      throw Programs.wrong("--data", options.data(), "a file that can be read");
    }
    parts = new GivenParts(options);
    imported = CsvImport.read(options.data(), ZoneOffset.UTC, null);
    var hours = new TradingHours(parts.calendar());
    if (!hours.always() && imported.bars().interval().compareTo(DAY) >= 0) {
      throw Programs.wrong(
          "--session",
          String.valueOf(options.calendar().session()),
          "nothing with bars of a day, within which sessions lie");
    }
    bars = imported.bars().between(parts.from(), parts.to()).within(hours);
    parts.requireSome(bars.size(), "bars");
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

  /** The parameters as given, others at their defaults. */
  Parameters parameters() {
    return parts.accepted(parts.given(bars.interval()));
  }

  private Setup over(Bars some, Parameters parameters) {
    try {
      InstrumentDefined terms = parts.terms(some.priceScale());
      return new Setup(
          parts.strategy(),
          parameters,
          terms,
          some,
          parts.limits(),
          parts.rules(some.interval()),
          parts.assumptions(terms, null),
          parts.sentiment(parameters).knownBy(some.closeTime(some.size() - 1)));
    } catch (IllegalArgumentException e) {
      throw LocalFailure.refused(String.valueOf(e.getMessage()));
    }
  }

  /** What all trials of a search have in common. */
  Ground ground() {
    // What is swept may be what makes the given parameters fit each other: defaults do here.
    Parameters defaults = parts.accepted(Map.of());
    over(bars, defaults);
    InstrumentDefined terms = parts.terms(bars.priceScale());
    return new Ground(
        parts.strategy(),
        parts.given(bars.interval()),
        terms,
        bars,
        0,
        bars.size(),
        false,
        parts.limits(),
        parts.rules(bars.interval()),
        parts.assumptions(terms, null),
        parts.sentiment(defaults));
  }
}
