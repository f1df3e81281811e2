package io.palmyra.backtest.engine;

import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.analytics.Trade;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes trades, from flat to flat, of the fills of one instrument. The fee of a fill that turns a
 * position round belongs to the trade that it closes.
 */
final class RoundTrips {
  private final InstrumentDefined terms;
  private final List<Trade> trades = new ArrayList<>();
  private @Nullable Open open;

  RoundTrips(InstrumentDefined terms) {
    this.terms = terms;
  }

  /** One under way. Values are above 0, whichever side it is. */
  private final class Open {
    private final Side side;
    private final Instant entered;
    private Quantity held = Quantity.ZERO;
    private Quantity bought = Quantity.ZERO;
    private Money paid = Money.zero(terms.quoteCurrency());
    private Quantity sold = Quantity.ZERO;
    private Money got = Money.zero(terms.quoteCurrency());
    private Money fees = Money.zero(terms.quoteCurrency());
    private Money worst = Money.zero(terms.quoteCurrency());
    private Money best = Money.zero(terms.quoteCurrency());
    private long lowest = Long.MAX_VALUE;
    private long highest = Long.MIN_VALUE;
    private int scale;

    Open(Side side, Instant entered) {
      this.side = side;
      this.entered = entered;
    }

    /** Looks at the extremes since what is held changed last; the profit is a line in the price. */
    void settle() {
      if (lowest <= highest) {
        mark(new Price(lowest, scale));
        mark(new Price(highest, scale));
      }
      lowest = Long.MAX_VALUE;
      highest = Long.MIN_VALUE;
    }

    void enter(Quantity quantity, Price price) {
      settle();
      held = held.plus(quantity);
      bought = bought.plus(quantity);
      paid = paid.plus(terms.value(quantity, price));
    }

    void leave(Quantity quantity, Price price) {
      settle();
      held = held.minus(quantity);
      sold = sold.plus(quantity);
      got = got.plus(terms.value(quantity, price));
    }

    /** What it made so far, if what is held were closed at a price. */
    Money madeAt(Price mark) {
      Money all = got.plus(terms.value(held, mark));
      return side == Side.BUY ? all.minus(paid) : paid.minus(all);
    }

    void mark(Price mark) {
      Money now = madeAt(mark);
      worst = now.compareTo(worst) < 0 ? now : worst;
      best = now.compareTo(best) > 0 ? now : best;
    }

    Trade closed(Instant at) {
      Money made = side == Side.BUY ? got.minus(paid) : paid.minus(got);
      return new Trade(
          terms.instrument(),
          side,
          bought,
          entered,
          at,
          average(paid, bought),
          average(got, sold),
          made.minus(fees),
          fees,
          worst,
          best);
    }
  }

  /** Takes the next fill. */
  void on(OrderFilled fill) {
    Quantity left = fill.lastQuantity();
    Open now = open;
    if (now != null && now.side != fill.side()) {
      Quantity closing = left.min(now.held);
      now.leave(closing, fill.lastPrice());
      now.fees = now.fees.plus(fill.fee());
      left = left.minus(closing);
      if (now.held.signum() == 0) {
        trades.add(now.closed(fill.at()));
        open = null;
      }
      if (left.signum() != 0) {
        open = new Open(fill.side(), fill.at());
        open.enter(left, fill.lastPrice());
      }
      return;
    }
    if (now == null) {
      now = new Open(fill.side(), fill.at());
      open = now;
    }
    now.enter(left, fill.lastPrice());
    now.fees = now.fees.plus(fill.fee());
  }

  /** Looks at what is open at the extremes of a bar, in units of their last decimal. */
  void mark(long low, long high, int scale) {
    Open now = open;
    if (now != null) {
      now.lowest = Math.min(now.lowest, low);
      now.highest = Math.max(now.highest, high);
      now.scale = scale;
    }
  }

  /** What is open cost something, or brought it where that is below 0. */
  void paid(Money cost) {
    Open now = open;
    if (now != null) {
      now.fees = now.fees.plus(cost);
    }
  }

  boolean isFlat() {
    return open == null;
  }

  /** Those that are over, in the order of their ends. */
  List<Trade> trades() {
    return List.copyOf(trades);
  }

  private Price average(Money value, Quantity quantity) {
    BigDecimal units =
        BigDecimal.valueOf(quantity.mantissa(), quantity.scale())
            .multiply(
                BigDecimal.valueOf(terms.multiplier().mantissa(), terms.multiplier().scale()));
    BigDecimal price =
        BigDecimal.valueOf(value.mantissa(), Money.SCALE)
            .divide(units, Money.SCALE, RoundingMode.HALF_EVEN)
            .stripTrailingZeros();
    return Price.of(price.toPlainString());
  }
}
