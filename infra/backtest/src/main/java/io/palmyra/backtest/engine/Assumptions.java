package io.palmyra.backtest.engine;

import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a backtest assumes, since bars do not tell it.
 *
 * @param cash at the begin, above 0
 * @param halfSpread how far bid and ask lie from each price of a bar, 0 or more
 * @param slippage by which what meets the market is filled worse than bid or ask, 0 or more
 * @param commission of a fill
 * @param volumeShare of a bar's volume that one order fills at most in it; 0 for no bound
 */
public record Assumptions(
    Money cash, Price halfSpread, Price slippage, Commission commission, Quantity volumeShare) {
  /**
   * @throws IllegalArgumentException if one is out of its range
   */
  public Assumptions {
    require("cash", cash.signum() > 0, cash, "above 0");
    require("halfSpread", halfSpread.signum() >= 0, halfSpread, "0 or more");
    require("slippage", slippage.signum() >= 0, slippage, "0 or more");
    require(
        "volumeShare",
        volumeShare.signum() >= 0 && volumeShare.compareTo(Quantity.ONE) <= 0,
        volumeShare,
        "from 0 to 1");
  }

  private static void require(String name, boolean holds, Object value, String allowed) {
    if (!holds) {
      throw new IllegalArgumentException(name + " is " + value + "; allowed: " + allowed);
    }
  }

  /** The same, if an instrument can be traded so. */
  Assumptions fitting(InstrumentDefined terms) {
    require(
        "cash", cash.currency().equals(terms.quoteCurrency()), cash, "" + terms.quoteCurrency());
    require("halfSpread", halfSpread.isMultipleOf(terms.tickSize()), halfSpread, ticks(terms));
    require("slippage", slippage.isMultipleOf(terms.tickSize()), slippage, ticks(terms));
    return this;
  }

  private static String ticks(InstrumentDefined terms) {
    return "a multiple of the tick, " + terms.tickSize();
  }

  /** Each in words, for reports. */
  public Map<String, String> inWords() {
    var words = new LinkedHashMap<String, String>();
    words.put("cash at the begin", cash.toString());
    words.put("decisions", "at a bar's close, with its last price known and nothing later");
    words.put("market orders", "at the next bar's open, at bid or ask, " + slippage + " worse");
    words.put("what follows from a fill", "is ordered at once and meets the next bar");
    words.put("bid and ask", halfSpread + " below and above each price of a bar");
    words.put(
        "stops",
        "where the bar's extreme reaches them; at its open where that lies beyond (a gap)");
    words.put("limits", "where the bar trades through them, not where it only touches them");
    words.put(
        "within a bar",
        "stops are met before limits, whatever happened first; a limit that a stop sets free rests"
            + " from the next bar on");
    words.put(
        "quantity",
        volumeShare.signum() == 0
            ? "as much as is ordered"
            : volumeShare + " of a bar's volume at most; the rest waits for the next bar");
    words.put(
        "commission",
        commission.share() + " of the value, and " + commission.perUnit() + " a unit");
    words.put("currency", "one, that of the instrument's quotes; no interest, no funding");
    return words;
  }
}
