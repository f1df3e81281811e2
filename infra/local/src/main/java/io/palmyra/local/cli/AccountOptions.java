package io.palmyra.local.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** By what the account of a backtest is ruled besides its limits. */
public final class AccountOptions {
  @Option(
      names = "--sizing",
      paramLabel = "RULE",
      description =
          "fixed: the limits' fraction at an entry's stop; volatility: over average true ranges;"
              + " kelly: a share of Kelly's fraction (default: ${DEFAULT-VALUE}).")
  String sizing = "fixed";

  @Option(
      names = "--atr-period",
      paramLabel = "N",
      description = "Bars of volatility's average true range (default: ${DEFAULT-VALUE}).")
  int atrPeriod = 14;

  @Option(
      names = "--atr-multiple",
      paramLabel = "M",
      description = "Ranges over which volatility risks (default: ${DEFAULT-VALUE}).")
  String atrMultiple = "2";

  @Option(
      names = "--kelly-share",
      paramLabel = "S",
      description = "Of Kelly's fraction (default: ${DEFAULT-VALUE}).")
  String kellyShare = "0.5";

  @Option(
      names = "--kelly-minimum-trips",
      paramLabel = "N",
      description = "Round trips before kelly counts (default: ${DEFAULT-VALUE}).")
  int kellyMinimumTrips = 30;

  @Option(
      names = "--kelly-start",
      paramLabel = "S",
      description = "Risked until then (default: ${DEFAULT-VALUE}).")
  String kellyStart = "0.005";

  @Option(
      names = "--tiers",
      paramLabel = "PROFILE",
      description = "Tiers by losses: none or standard (default: ${DEFAULT-VALUE}).")
  String tiers = "none";

  @Option(
      names = "--stop-loss",
      paramLabel = "S",
      description = "Of the entry's price, at which risk closes a position (default: none).")
  @Nullable String stopLoss;

  @Option(
      names = "--take-profit",
      paramLabel = "S",
      description = "The same in favour of it (default: none).")
  @Nullable String takeProfit;

  @Option(
      names = "--trailing-stop",
      paramLabel = "S",
      description = "Of the best price since (default: none).")
  @Nullable String trailingStop;

  @Option(
      names = "--portfolio-stop",
      paramLabel = "S",
      description = "Of the highest equity, at which all is closed for good (default: none).")
  @Nullable String portfolioStop;

  /** Name of the rule that sizes entries. */
  public String sizing() {
    return sizing;
  }

  /** Bars of the average true range. */
  public int atrPeriod() {
    return atrPeriod;
  }

  /** Average true ranges. */
  public String atrMultiple() {
    return atrMultiple;
  }

  /** Share of Kelly's fraction. */
  public String kellyShare() {
    return kellyShare;
  }

  /** Round trips before it counts. */
  public int kellyMinimumTrips() {
    return kellyMinimumTrips;
  }

  /** Fraction until then. */
  public String kellyStart() {
    return kellyStart;
  }

  /** Name of the tiers. */
  public String tiers() {
    return tiers;
  }

  /** Share, null for none. */
  public @Nullable String stopLoss() {
    return stopLoss;
  }

  /** Share, null for none. */
  public @Nullable String takeProfit() {
    return takeProfit;
  }

  /** Share, null for none. */
  public @Nullable String trailingStop() {
    return trailingStop;
  }

  /** Share, null for none. */
  public @Nullable String portfolioStop() {
    return portfolioStop;
  }

  /** The same as arguments again. */
  List<String> arguments() {
    var arguments =
        new ArrayList<>(
            List.of(
                "--sizing=" + sizing,
                "--atr-period=" + atrPeriod,
                "--atr-multiple=" + atrMultiple,
                "--kelly-share=" + kellyShare,
                "--kelly-minimum-trips=" + kellyMinimumTrips,
                "--kelly-start=" + kellyStart,
                "--tiers=" + tiers));
    add(arguments, "--stop-loss=", stopLoss);
    add(arguments, "--take-profit=", takeProfit);
    add(arguments, "--trailing-stop=", trailingStop);
    add(arguments, "--portfolio-stop=", portfolioStop);
    return arguments;
  }

  private static void add(List<String> arguments, String option, @Nullable String value) {
    if (value != null) {
      arguments.add(option + value);
    }
  }
}
