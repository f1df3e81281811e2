package io.palmyra.backtest.engine;

import io.palmyra.backtest.history.Bars;
import io.palmyra.backtest.history.Sentiment;
import io.palmyra.backtest.history.TradingHours;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.strategy.Strategy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a backtest assumes, since bars do not tell it.
 *
 * @param cash at the begin, above 0
 * @param halfSpread how far bid and ask lie from each price of a bar, 0 or more
 * @param slippage by which what meets the market is filled worse than bid or ask
 * @param commission of a fill
 * @param volumeShare of a bar's volume that one order fills at most in it; 0 for no bound
 * @param latency from a decision to the venue, where quotes are played; null where bars are
 * @param funding what holding costs, null for nothing
 */
public record Assumptions(
    Money cash,
    Price halfSpread,
    Slippage slippage,
    Commission commission,
    Quantity volumeShare,
    @Nullable Duration latency,
    @Nullable Funding funding) {
  private static final Slippage NONE = new Slippage.Fixed(new Price(0, 0));
  private static final String QUOTED = "0 where quotes are played, which have it in them";

  /**
   * @throws IllegalArgumentException if one is out of its range
   */
  public Assumptions {
    require("cash", cash.signum() > 0, cash, "above 0");
    require("halfSpread", halfSpread.signum() >= 0, halfSpread, "0 or more");
    require(
        "volumeShare",
        volumeShare.signum() >= 0 && volumeShare.compareTo(Quantity.ONE) <= 0,
        volumeShare,
        "from 0 to 1");
    if (latency != null) {
      require("latency", !latency.isNegative(), latency, "0 or more");
      require("halfSpread", halfSpread.signum() == 0, halfSpread, QUOTED);
      require("slippage", slippage.isNone(), slippage.inWords(), QUOTED);
      require("volumeShare", volumeShare.signum() == 0, volumeShare, QUOTED);
    }
  }

  /** Of a backtest that plays bars, with the same slippage always. */
  public Assumptions(
      Money cash, Price halfSpread, Price slippage, Commission commission, Quantity volumeShare) {
    this(cash, halfSpread, new Slippage.Fixed(slippage), commission, volumeShare, null, null);
  }

  /** Of a backtest that plays quotes, which have bid, ask and sizes in them. */
  public static Assumptions ofQuotes(Money cash, Commission commission, Duration latency) {
    return new Assumptions(cash, new Price(0, 0), NONE, commission, Quantity.ZERO, latency, null);
  }

  private static void require(String name, boolean holds, Object value, String allowed) {
    if (!holds) {
      throw new IllegalArgumentException(name + " is " + value + "; allowed: " + allowed);
    }
  }

  /** The same with other money at the begin. */
  public Assumptions having(Money otherCash) {
    return new Assumptions(
        otherCash, halfSpread, slippage, commission, volumeShare, latency, funding);
  }

  /** The same, if an instrument can be traded so. */
  Assumptions fitting(InstrumentDefined terms) {
    require(
        "cash", cash.currency().equals(terms.quoteCurrency()), cash, "" + terms.quoteCurrency());
    require("halfSpread", halfSpread.isMultipleOf(terms.tickSize()), halfSpread, ticks(terms));
    if (slippage instanceof Slippage.Fixed fixed) {
      require("slippage", fixed.by().isMultipleOf(terms.tickSize()), fixed.by(), ticks(terms));
    }
    return this;
  }

  private static String ticks(InstrumentDefined terms) {
    return "a multiple of the tick, " + terms.tickSize();
  }

  /** Each in words, for reports. */
  public Map<String, String> inWords() {
    return latency == null ? ofBars() : ofQuotes(latency);
  }

  /**
   * All that a run assumes: the same with the rules of the account, the scores that a strategy is
   * told, and when the instrument trades.
   */
  public Map<String, String> inWords(
      AccountRules rules,
      Sentiment sentiment,
      Strategy toldTo,
      InstrumentDefined terms,
      Bars bars) {
    var words = new LinkedHashMap<>(inWords());
    if (sentiment.isGiven()) {
      words.put("sentiment", sentiment.inWords() + "; " + told());
    } else if (toldTo.needs().sentiment()) {
      words.put("sentiment", "none given: the strategy asks for scores and sees none");
    }
    words.putAll(rules.inWords());
    words.put("sessions", sessions(terms, bars));
    return words;
  }

  private static String sessions(InstrumentDefined terms, Bars bars) {
    var hours = new TradingHours(terms.calendar());
    return hours.always()
        ? hours.inWords()
        : hours.inWords()
            + "; %d bars lie outside and are left out: nobody sees them and no order meets them;"
                .formatted(bars.leftOut())
            + " risk denies orders that are decided outside (MARKET_CLOSED), also at a close;"
            + " orders of a day end with their session";
  }

  private String told() {
    return latency == null
        ? "each told at the first close of a bar at which it was known, before that bar"
        : "each told when it was known";
  }

  private Map<String, String> ofQuotes(Duration onTheWay) {
    var words = new LinkedHashMap<String, String>();
    words.put("cash at the begin", cash.toString());
    words.put("decisions", "at a bar's end and at each quote, with nothing known that came later");
    words.put("orders", "reach the venue " + onTheWay + " after their decision; news are at once");
    words.put(
        "fills",
        "by the engine of the simulated venue: no earlier than at the first quote after the"
            + " order's arrival, buys at its ask, sells at its bid, as much as its size where it"
            + " has one; limits where the other side reaches them, so nobody queues ahead");
    words.put("commission", charged());
    words.put("funding", funding == null ? "none" : funding.inWords());
    words.put("currency", "one, that of the instrument's quotes; no interest");
    return words;
  }

  private String charged() {
    return commission.share() + " of the value, and " + commission.perUnit() + " a unit";
  }

  private Map<String, String> ofBars() {
    var words = new LinkedHashMap<String, String>();
    words.put("cash at the begin", cash.toString());
    words.put("decisions", "at a bar's close, with its last price known and nothing later");
    words.put("market orders", "at the next bar's open, at bid or ask, " + slippage.inWords());
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
    words.put("commission", charged());
    words.put("funding", funding == null ? "none" : funding.inWords());
    words.put("currency", "one, that of the instrument's quotes; no interest");
    return words;
  }
}
