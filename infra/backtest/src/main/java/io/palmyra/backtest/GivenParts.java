package io.palmyra.backtest;

import io.palmyra.backtest.engine.AccountRules;
import io.palmyra.backtest.engine.Assumptions;
import io.palmyra.backtest.engine.Commission;
import io.palmyra.backtest.engine.Funding;
import io.palmyra.backtest.engine.LimitsProfile;
import io.palmyra.backtest.engine.Slippage;
import io.palmyra.backtest.history.Sentiment;
import io.palmyra.backtest.history.SentimentImport;
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
import io.palmyra.core.strategy.StrategyType;
import io.palmyra.core.strategy.Validated;
import io.palmyra.local.LocalFailure;
import io.palmyra.local.cli.CalendarOptions;
import io.palmyra.local.cli.SetupOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What options say of a backtest, whatever it plays; what is wrong is told by its option. */
final class GivenParts {
  private static final String PLENTY = "90000000000";
  private static final int MOST_TOLD = 10;
  private static final Instant FOR_EVER = Instant.ofEpochMilli(Long.MAX_VALUE);

  /** ISO 4217's code for no currency: data does not say what it is that has the price. */
  private static final Currency NOTHING = new Currency("XXX");

  private final SetupOptions options;
  private final StrategyType strategy;
  private final SessionCalendar calendar;
  private @Nullable Sentiment sentiment;

  GivenParts(SetupOptions options) {
    this.options = options;
    this.strategy = strategyOf(options);
    this.calendar = calendarOf(options.calendar());
  }

  private static StrategyType strategyOf(SetupOptions options) {
    try {
      return Strategies.of(options.strategies().directory(), System.err)
          .require("--strategy", options.strategy());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  StrategyType strategy() {
    return strategy;
  }

  /** Begin of the time that is wanted. */
  Instant from() {
    return options.from() == null
        ? Instant.EPOCH
        : options.from().atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** End of it. */
  Instant to() {
    return options.to() == null
        ? FOR_EVER
        : options.to().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** Ends the program where there is nothing to play. */
  void requireSome(int count, String what) {
    if (count == 0) {
      throw Programs.wrong(
          "--data", options.data(), "a file with " + what + " in the time that is wanted");
    }
  }

  LimitsProfile limits() {
    return Programs.read("--limits", options.limits(), GivenParts::profile);
  }

  AccountRules rules(Duration bar) {
    return GivenRules.of(options.account(), bar);
  }

  /**
   * What is assumed of the market.
   *
   * @param latency where quotes are played, else null
   */
  Assumptions assumptions(InstrumentDefined terms, @Nullable Duration latency) {
    Currency currency = terms.quoteCurrency();
    return new Assumptions(
        Programs.read("--cash", options.cash(), text -> Money.of(text, currency)),
        Programs.read("--half-spread", options.halfSpread(), Price::of),
        Programs.read("--slippage", options.slippage(), Slippage::read),
        new Commission(
            Programs.read(
                "--commission-per-unit",
                options.commissionPerUnit(),
                text -> Money.of(text, currency)),
            Programs.read("--commission-share", options.commissionShare(), Quantity::of)),
        Programs.read("--volume-share", options.volumeShare(), Quantity::of),
        latency,
        funding());
  }

  private @Nullable Funding funding() {
    Quantity rate = Programs.read("--funding-rate", options.fundingRate(), Quantity::of);
    return rate.signum() == 0 ? null : new Funding(rate, options.fundingEvery());
  }

  /** The scores of the instrument for a strategy that asks for them, read once. */
  Sentiment sentiment(Parameters parameters) {
    Sentiment read = sentiment;
    if (read == null) {
      Path file = options.sentiment();
      read = file == null ? Sentiment.NONE : sentiment(file, parameters);
      sentiment = read;
    }
    return read;
  }

  /** What of the file is not taken is told on the error output. */
  private Sentiment sentiment(Path file, Parameters parameters) {
    var instrument = Programs.read("--instrument", options.instrument(), InstrumentId::new);
    if (!strategy.create(parameters, instrument).needs().sentiment()) {
      throw Programs.wrong("--sentiment", file, "nothing with a strategy that asks for no scores");
    }
    if (!Files.isRegularFile(file)) {
      throw Programs.wrong("--sentiment", file, "a file that can be read");
    }
    Sentiment read = SentimentImport.read(file, instrument);
    read.rejected().stream()
        .limit(MOST_TOLD)
        .forEach(
            row ->
                System.err.printf(
                    "--sentiment: line %d is not taken, %s: %s%n",
                    row.line(), row.reason().meaning(), row.row()));
    if (read.scores().isEmpty()) {
      throw Programs.wrong("--sentiment", file, "a file with scores of " + instrument.value());
    }
    return read;
  }

  boolean looksAtBars() {
    return strategy.descriptor().parameters().stream()
        .anyMatch(spec -> spec.name().equals(Ground.INTERVAL));
  }

  /** As given, with the length of the bars where nothing else is said. */
  Map<String, String> given(Duration interval) {
    Map<String, String> given = new LinkedHashMap<>(options.parameters());
    if (looksAtBars()) {
      given.putIfAbsent(
          Ground.INTERVAL, interval.equals(Duration.ofDays(1)) ? "P1D" : "" + interval);
    }
    return given;
  }

  Parameters accepted(Map<String, String> given) {
    return switch (strategy.descriptor().validate(given)) {
      case Validated.Accepted accepted -> accepted.parameters();
      case Validated.Refused refused ->
          throw LocalFailure.refused(
              refused.refusals().stream()
                  .map(GivenParts::text)
                  .collect(Collectors.joining(System.lineSeparator())));
    };
  }

  private static String text(Refusal refusal) {
    return "--param %s is '%s'; allowed: %s"
        .formatted(refusal.field(), refusal.value(), refusal.allowed());
  }

  /**
   * The instrument.
   *
   * @param dataScale decimals of the data's prices
   */
  InstrumentDefined terms(int dataScale) {
    Price tick =
        options.tick() == null
            ? new Price(1, dataScale)
            : Programs.read("--tick", options.tick(), Price::of);
    Quantity lot = Programs.read("--lot", options.lot(), Quantity::of);
    return new InstrumentDefined(
        Programs.read("--instrument", options.instrument(), InstrumentId::new),
        options.data().getFileName().toString(),
        NOTHING,
        Programs.read("--currency", options.currency(), Currency::new),
        Math.max(dataScale, tick.scale()),
        tick,
        lot.scale(),
        lot,
        lot,
        Quantity.of(PLENTY),
        Programs.read("--multiplier", options.multiplier(), Quantity::of),
        new SpotTerms(),
        calendar);
  }

  /** When it trades. */
  SessionCalendar calendar() {
    return calendar;
  }

  private static SessionCalendar calendarOf(CalendarOptions options) {
    try {
      return GivenSession.of(options.session(), options.holidays());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LimitsProfile profile(String name) {
    return Arrays.stream(LimitsProfile.values())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("wide or careful"));
  }
}
