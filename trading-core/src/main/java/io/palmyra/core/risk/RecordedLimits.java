package io.palmyra.core.risk;

import io.palmyra.contracts.control.RiskTier;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.risk.sizing.Sizing;
import io.palmyra.core.risk.sizing.TripRecord;
import io.palmyra.core.risk.sizing.Yardstick;
import java.time.Duration;
import java.util.Map;

/**
 * Limits, and what sizes an entry, by their names as they stand in decisions, and read back.
 * Reading refuses a name that is missing or a value that is none.
 */
final class RecordedLimits {
  private static final String SHARE = "sizeShare";
  private static final String CAPITAL = "capital";
  private static final String NOT_KNOWN = "null";

  private final Map<String, String> names;

  RecordedLimits(Map<String, String> names) {
    this.names = names;
  }

  static Map<String, String> byName(RiskLimits limits, Standing standing) {
    Map<String, String> names = limits.byName();
    names.put(SHARE, standing.sizeShare().toString());
    if (standing.capital() != null) {
      names.put(CAPITAL, standing.capital().toString());
    }
    names.putAll(standing.yardstick().byName());
    return names;
  }

  RiskLimits limits() {
    return new RiskLimits(
        quantity("priceCollar"),
        quantity("maximumOrderQuantity"),
        money("maximumOrderValue"),
        quantity("maximumPosition"),
        money("maximumPositionValue"),
        duration("stalePriceAfter"),
        duration("duplicateWindow"),
        quantity("riskFraction"),
        new ExposureLimits(
            money("maximumGrossExposure"),
            money("maximumNetExposure"),
            money("maximumStrategyExposure"),
            quantity("maximumMarginUse")),
        new FlowLimits(
            whole("messagesPerSecond"),
            whole("accountMessagesPerSecond"),
            whole("maximumRepeats"),
            duration("repeatWindow"),
            quantity("priceWalk"),
            duration("walkWindow")));
  }

  Standing standing(RiskTier tier) {
    return new Standing(
        tier, quantity(SHARE), names.containsKey(CAPITAL) ? money(CAPITAL) : null, yardstick());
  }

  private Yardstick yardstick() {
    return switch (names.getOrDefault("sizing", "")) {
      case "" -> Yardstick.FIXED;
      case "VOLATILITY_TARGET" ->
          new Yardstick(
              new Sizing.VolatilityTarget(
                  duration("atrInterval"), whole("atrPeriod"), quantity("atrMultiple")),
              text("atr").equals(NOT_KNOWN) ? null : Price.of(text("atr")),
              TripRecord.NONE);
      case "KELLY" ->
          new Yardstick(
              new Sizing.CappedKelly(
                  quantity("kellyShare"),
                  whole("kellyMinimumTrips"),
                  quantity("kellyStartFraction")),
              null,
              new TripRecord(whole("tripsWon"), whole("tripsLost"), quantity("lostPerWon")));
      default -> throw new IllegalArgumentException("sizing " + names.get("sizing"));
    };
  }

  private Quantity quantity(String name) {
    return Quantity.of(text(name));
  }

  private Duration duration(String name) {
    return Duration.parse(text(name));
  }

  private int whole(String name) {
    return Integer.parseInt(text(name));
  }

  private Money money(String name) {
    String text = text(name);
    int space = text.indexOf(' ');
    if (space < 0) {
      throw new IllegalArgumentException(name + " " + text + " is no amount of a currency");
    }
    return Money.of(text.substring(0, space), new Currency(text.substring(space + 1)));
  }

  private String text(String name) {
    String text = names.get(name);
    if (text == null) {
      throw new IllegalArgumentException("limit " + name + " is not in the record");
    }
    return text;
  }
}
