package io.palmyra.local.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is tried on what: shared by all commands that run backtests. */
public final class SetupOptions {
  @Option(
      names = "--strategy",
      paramLabel = "ID",
      required = true,
      description = "Such as sma-cross.")
  String strategy = "";

  @Option(
      names = "--data",
      paramLabel = "FILE",
      required = true,
      description =
          "Bars, as import reads them; for backtest also quotes, with columns time, bid, ask, or a"
              + " directory of LEAN's days of them.")
  Path data = Path.of(".");

  @Option(names = "--param", paramLabel = "NAME=VALUE", description = "Parameters of the strategy.")
  Map<String, String> parameters = new LinkedHashMap<>();

  @Option(
      names = "--instrument",
      paramLabel = "ID",
      description = "Its name, such as FCPO.MYX (default: ${DEFAULT-VALUE}).")
  String instrument = "DATA.FILE";

  @Option(
      names = "--currency",
      paramLabel = "C",
      description = "In which it is quoted (default: ${DEFAULT-VALUE}).")
  String currency = "USD";

  @Option(
      names = "--tick",
      paramLabel = "P",
      description = "Least step of its price (default: the last decimal of the data).")
  @Nullable String tick;

  @Option(
      names = "--lot",
      paramLabel = "Q",
      description = "Least step of a quantity (default: ${DEFAULT-VALUE}).")
  String lot = "1";

  @Option(
      names = "--multiplier",
      paramLabel = "M",
      description = "Units in one contract (default: ${DEFAULT-VALUE}).")
  String multiplier = "1";

  @Option(names = "--from", paramLabel = "DAY", description = "First day, in UTC.")
  @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DAY", description = "Last day, in UTC.")
  @Nullable LocalDate to;

  @Option(
      names = "--cash",
      paramLabel = "A",
      description = "At the begin (default: ${DEFAULT-VALUE}).")
  String cash = "100000";

  @Option(
      names = "--half-spread",
      paramLabel = "P",
      description = "From each price of a bar to bid and ask (default: ${DEFAULT-VALUE}).")
  String halfSpread = "0";

  @Option(
      names = "--slippage",
      paramLabel = "P",
      description =
          "By which what meets the market is filled worse: a price, range:SHARE of the bar before,"
              + " or impact:C times that and the root of the share of its volume (default:"
              + " ${DEFAULT-VALUE}).")
  String slippage = "0";

  @Option(
      names = "--commission-per-unit",
      paramLabel = "A",
      description = "For each unit of a fill (default: ${DEFAULT-VALUE}).")
  String commissionPerUnit = "0";

  @Option(
      names = "--commission-share",
      paramLabel = "S",
      description = "Of a fill's value: 0.001 is ten basis points (default: ${DEFAULT-VALUE}).")
  String commissionShare = "0";

  @Option(
      names = "--volume-share",
      paramLabel = "S",
      description = "Of a bar's volume that an order fills at most; 0 for no bound (default: 0).")
  String volumeShare = "0";

  @Option(
      names = "--funding-rate",
      paramLabel = "R",
      description =
          "Of a position's value, paid by longs at each time of funding; below 0 by shorts (default:"
              + " ${DEFAULT-VALUE}).")
  String fundingRate = "0";

  @Option(
      names = "--funding-every",
      paramLabel = "T",
      description = "From one time of funding to the next (default: ${DEFAULT-VALUE}).")
  Duration fundingEvery = Duration.ofHours(8);

  @Option(
      names = "--limits",
      paramLabel = "PROFILE",
      description = "Risk's limits: wide or careful (default: ${DEFAULT-VALUE}).")
  String limits = "wide";

  @Option(
      names = "--sentiment",
      paramLabel = "FILE",
      description =
          "Scores for a strategy that asks for them: knownAt, score from -1 to 1, confidence from 0"
              + " to 1, source, and where wanted instrument, validUntil; oldest first.")
  @Nullable Path sentiment;

  @Mixin CalendarOptions calendar = new CalendarOptions();

  @Mixin AccountOptions account = new AccountOptions();

  @Mixin StrategiesOption strategies = new StrategiesOption();

  /** When it trades. */
  public CalendarOptions calendar() {
    return calendar;
  }

  /** By what the account is ruled besides. */
  public AccountOptions account() {
    return account;
  }

  /** Where strategies of the user's own lie. */
  public StrategiesOption strategies() {
    return strategies;
  }

  /** Id of the strategy's type. */
  public String strategy() {
    return strategy;
  }

  /** The bars. */
  public Path data() {
    return data;
  }

  /** As given; the others take their defaults. */
  public Map<String, String> parameters() {
    return parameters;
  }

  /** The instrument's name. */
  public String instrument() {
    return instrument;
  }

  /** Its currency. */
  public String currency() {
    return currency;
  }

  /** Least step of its price, null for that of the data. */
  public @Nullable String tick() {
    return tick;
  }

  /** Least step of a quantity. */
  public String lot() {
    return lot;
  }

  /** Units in one contract. */
  public String multiplier() {
    return multiplier;
  }

  /** First day, null for that of the data. */
  public @Nullable LocalDate from() {
    return from;
  }

  /** Last day, null for that of the data. */
  public @Nullable LocalDate to() {
    return to;
  }

  /** Cash at the begin. */
  public String cash() {
    return cash;
  }

  /** Half of the spread. */
  public String halfSpread() {
    return halfSpread;
  }

  /** Slippage. */
  public String slippage() {
    return slippage;
  }

  /** Commission of a unit. */
  public String commissionPerUnit() {
    return commissionPerUnit;
  }

  /** Commission as a share of the value. */
  public String commissionShare() {
    return commissionShare;
  }

  /** Share of a bar's volume. */
  public String volumeShare() {
    return volumeShare;
  }

  /** Share of a position's value at each time of funding. */
  public String fundingRate() {
    return fundingRate;
  }

  /** From one to the next. */
  public Duration fundingEvery() {
    return fundingEvery;
  }

  /** Name of the limits. */
  public String limits() {
    return limits;
  }

  /** A file of scores, null for none. */
  public @Nullable Path sentiment() {
    return sentiment;
  }

  /** The same as arguments again, paths against the directory where the command was given. */
  List<String> arguments() {
    var arguments = new ArrayList<String>();
    arguments.add("--strategy=" + strategy);
    arguments.add("--data=" + data.toAbsolutePath().normalize());
    parameters.forEach((name, value) -> arguments.add("--param=" + name + "=" + value));
    arguments.add("--instrument=" + instrument);
    arguments.add("--currency=" + currency);
    add(arguments, "--tick=", tick);
    arguments.add("--lot=" + lot);
    arguments.add("--multiplier=" + multiplier);
    add(arguments, "--from=", from);
    add(arguments, "--to=", to);
    arguments.add("--cash=" + cash);
    arguments.add("--half-spread=" + halfSpread);
    arguments.add("--slippage=" + slippage);
    arguments.add("--commission-per-unit=" + commissionPerUnit);
    arguments.add("--commission-share=" + commissionShare);
    arguments.add("--volume-share=" + volumeShare);
    arguments.add("--funding-rate=" + fundingRate);
    arguments.add("--funding-every=" + fundingEvery);
    arguments.add("--limits=" + limits);
    arguments.addAll(calendar.arguments());
    add(
        arguments,
        "--sentiment=",
        sentiment == null ? null : sentiment.toAbsolutePath().normalize());
    arguments.addAll(account.arguments());
    arguments.addAll(strategies.arguments());
    return arguments;
  }

  static void add(List<String> arguments, String option, @Nullable Object value) {
    if (value != null) {
      arguments.add(option + value);
    }
  }
}
