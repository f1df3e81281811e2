package io.palmyra.backtest.parity;

import io.palmyra.contracts.decision.Decision;
import io.palmyra.contracts.decision.SignalDenied;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Why a fill of the one side is another, or none, on the other. */
final class Explanation {
  private Explanation() {}

  static String matched(double ticks, long delayMillis, Deal live, Deal tested) {
    String price =
        ticks == 0
            ? "the same price"
            : String.format(
                Locale.ROOT, "%.2f ticks %s", Math.abs(ticks), ticks > 0 ? "worse" : "better");
    String delay =
        delayMillis == 0
            ? "at the same time"
            : Math.abs(delayMillis) + " ms " + (delayMillis > 0 ? "later" : "sooner");
    String size = live.quantity().compareTo(tested.quantity()) == 0 ? "" : ", another quantity";
    return price + ", " + delay + size;
  }

  /** Of an order that the backtest alone has. */
  static String missed(
      Deal tested, List<Decision> decisions, List<Instant> signals, Duration tolerance) {
    return decisions.stream()
        .filter(SignalDenied.class::isInstance)
        .map(SignalDenied.class::cast)
        .filter(each -> near(each.used().decidedAt(), tested.at(), tolerance))
        .findFirst()
        .map(each -> "risk denied it live: " + each.code())
        .orElseGet(
            () ->
                signals.stream().anyMatch(each -> near(each, tested.at(), tolerance))
                    ? "signalled live, but not filled alike"
                    : "no signal live: it held, or had under way, something else");
  }

  /** Of an order that live trading alone has. */
  static String extra(Deal live, List<Deal> tested, Duration tolerance) {
    List<Deal> then =
        tested.stream().filter(each -> near(each.at(), live.at(), tolerance)).toList();
    if (then.stream().anyMatch(each -> each.side() == live.side())) {
      return "live took one order more for what the backtest filled";
    }
    return then.isEmpty()
        ? "no order in the backtest: it held, or had under way, something else"
        : "the backtest was on the other side then";
  }

  private static boolean near(Instant one, Instant other, Duration tolerance) {
    return Duration.between(one, other).abs().compareTo(tolerance) <= 0;
  }
}
