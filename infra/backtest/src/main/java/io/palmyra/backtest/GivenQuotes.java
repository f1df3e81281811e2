package io.palmyra.backtest;

import io.palmyra.backtest.engine.Setup;
import io.palmyra.backtest.engine.TickBacktest;
import io.palmyra.backtest.history.Bars;
import io.palmyra.backtest.history.ImportReport;
import io.palmyra.backtest.history.ImportedTicks;
import io.palmyra.backtest.history.TickImport;
import io.palmyra.backtest.history.Ticks;
import io.palmyra.backtest.search.Ground;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.core.marketdata.BarInterval;
import io.palmyra.core.strategy.Parameters;
import io.palmyra.local.LocalFailure;
import io.palmyra.local.cli.SetupOptions;
import java.time.Duration;
import java.time.ZoneOffset;

/** A backtest of quotes as options say it. */
final class GivenQuotes {
  private static final Duration USUAL = Duration.ofMinutes(1);

  private final GivenParts parts;
  private final ImportReport report;
  private final Ticks ticks;

  /** Reads the data. */
  GivenQuotes(SetupOptions options) {
    parts = new GivenParts(options);
    String session = options.calendar().session();
    if (session != null) {
      throw Programs.wrong(
          "--session", session, "nothing with quotes, which are played as they came");
    }
    ImportedTicks imported = TickImport.read(options.data(), ZoneOffset.UTC);
    report = imported.report();
    ticks = imported.ticks().between(parts.from(), parts.to());
    parts.requireSome(ticks.size(), "quotes");
  }

  /** On the files as they were read. */
  ImportReport report() {
    return report;
  }

  /** Those of the time that is wanted. */
  Ticks ticks() {
    return ticks;
  }

  /** The backtest: its bars are as long as the strategy wants them, else a minute. */
  Setup setup(Duration latency) {
    return setup(ticks, latency);
  }

  /** The same over some of the quotes, with the scores that were known by their end. */
  Setup setup(Ticks some, Duration latency) {
    InstrumentDefined terms = parts.terms(ticks.priceScale());
    Parameters parameters = parts.accepted(parts.given(USUAL));
    Duration interval =
        parts.looksAtBars() ? Duration.parse(parameters.choice(Ground.INTERVAL)) : USUAL;
    if (BarInterval.of(interval).isEmpty()) {
      throw Programs.wrong("--param interval", interval, "a length of bars that quotes make");
    }
    Bars bars = TickBacktest.bars(some, terms, interval);
    try {
      return new Setup(
          parts.strategy(),
          parameters,
          terms,
          bars,
          parts.limits(),
          parts.rules(interval),
          parts.assumptions(terms, latency),
          parts.sentiment(parameters).knownBy(bars.closeTime(bars.size() - 1)));
    } catch (IllegalArgumentException e) {
      throw LocalFailure.refused(String.valueOf(e.getMessage()));
    }
  }
}
