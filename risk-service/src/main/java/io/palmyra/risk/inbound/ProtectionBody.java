package io.palmyra.risk.inbound;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.risk.protection.Protection;
import io.palmyra.core.risk.protection.ProtectionPolicy;
import io.palmyra.platform.web.Problems;
import java.util.HashMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What protects an account's positions. Decimals are strings and shares, such as 0.02 for 2 %; what
 * is absent does not protect.
 *
 * @param stopLoss how far the market may go against the average entry price
 * @param takeProfit how far it has to go in favour
 * @param trailingStop how far it may fall back from the best price since the position was opened
 * @param portfolioStop share of the highest equity that the account may lose before all is closed
 * @param instruments what holds for single instruments in place of the first three
 */
record ProtectionBody(
    @Nullable String stopLoss,
    @Nullable String takeProfit,
    @Nullable String trailingStop,
    @Nullable String portfolioStop,
    @Nullable SortedMap<String, InstrumentProtectionBody> instruments) {

  /** Of one instrument. */
  record InstrumentProtectionBody(
      @Nullable String stopLoss, @Nullable String takeProfit, @Nullable String trailingStop) {
    static InstrumentProtectionBody of(Protection protection) {
      return new InstrumentProtectionBody(
          text(protection.stopLoss()),
          text(protection.takeProfit()),
          text(protection.trailingStop()));
    }
  }

  static ProtectionBody of(ProtectionPolicy policy) {
    var instruments = new TreeMap<String, InstrumentProtectionBody>();
    policy
        .instruments()
        .forEach(
            (instrument, protection) ->
                instruments.put(instrument.value(), InstrumentProtectionBody.of(protection)));
    return new ProtectionBody(
        text(policy.position().stopLoss()),
        text(policy.position().takeProfit()),
        text(policy.position().trailingStop()),
        text(policy.portfolioStop()),
        instruments);
  }

  ProtectionPolicy policy() {
    var different = new HashMap<InstrumentId, Protection>();
    if (instruments != null) {
      instruments.forEach(
          (instrument, body) ->
              different.put(
                  instrument(instrument),
                  protection(
                      "protection.instruments." + instrument + ".",
                      body.stopLoss(),
                      body.takeProfit(),
                      body.trailingStop())));
    }
    Protection every = protection("protection.", stopLoss, takeProfit, trailingStop);
    Quantity portfolio = share("protection.portfolioStop", portfolioStop);
    return checked(() -> new ProtectionPolicy(every, different, portfolio));
  }

  private static InstrumentId instrument(String name) {
    try {
      return new InstrumentId(name);
    } catch (IllegalArgumentException e) {
      throw Problems.invalid("protection.instruments", name, "SYMBOL.VENUE");
    }
  }

  private static Protection protection(
      String path, @Nullable String stop, @Nullable String profit, @Nullable String trailing) {
    Quantity stopShare = share(path + "stopLoss", stop);
    Quantity profitShare = share(path + "takeProfit", profit);
    Quantity trailingShare = share(path + "trailingStop", trailing);
    return checked(() -> new Protection(stopShare, profitShare, trailingShare));
  }

  private static <T> T checked(Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw Problems.invalid(
          "protection", e.getMessage(), "shares above 0 and below 1; takeProfit above 0");
    }
  }

  private static @Nullable Quantity share(String field, @Nullable String text) {
    return text == null ? null : Numbers.quantity(field, text);
  }

  private static @Nullable String text(@Nullable Quantity share) {
    return share == null ? null : share.toString();
  }
}
