package io.palmyra.backtest;

import io.palmyra.backtest.engine.AccountRules;
import io.palmyra.backtest.engine.TiersProfile;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.risk.protection.Protection;
import io.palmyra.core.risk.protection.ProtectionPolicy;
import io.palmyra.core.risk.sizing.Sizing;
import io.palmyra.local.cli.AccountOptions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules of an account as options say them. */
final class GivenRules {
  private GivenRules() {}

  /**
   * Reads them.
   *
   * @param bar how long a bar lasts
   */
  static AccountRules of(AccountOptions options, Duration bar) {
    return new AccountRules(
        sizing(options, bar),
        Programs.read("--tiers", options.tiers(), GivenRules::tiers).policy(),
        new ProtectionPolicy(
            new Protection(
                share("--stop-loss", options.stopLoss()),
                share("--take-profit", options.takeProfit()),
                share("--trailing-stop", options.trailingStop())),
            Map.of(),
            share("--portfolio-stop", options.portfolioStop())));
  }

  private static Sizing sizing(AccountOptions options, Duration bar) {
    return switch (options.sizing()) {
      case "fixed" -> new Sizing.FixedFraction();
      case "volatility" ->
          new Sizing.VolatilityTarget(
              bar,
              options.atrPeriod(),
              Programs.read("--atr-multiple", options.atrMultiple(), Quantity::of));
      case "kelly" ->
          new Sizing.CappedKelly(
              Programs.read("--kelly-share", options.kellyShare(), Quantity::of),
              options.kellyMinimumTrips(),
              Programs.read("--kelly-start", options.kellyStart(), Quantity::of));
      default -> throw Programs.wrong("--sizing", options.sizing(), "fixed, volatility or kelly");
    };
  }

  private static TiersProfile tiers(String name) {
    return Arrays.stream(TiersProfile.values())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("none or standard"));
  }

  private static @Nullable Quantity share(String option, @Nullable String text) {
    return text == null ? null : Programs.read(option, text, Quantity::of);
  }
}
