package io.palmyra.marketdata.outbound.replay;

import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import java.time.Duration;
import java.time.Instant;

/**
 * A bar of a file, and the quotes that it becomes: open, then the side away from the close (low
 * first where the bar rose), then the other, then the close, a quarter of the bar apart, the last
 * one just inside its end. The spread lies around each price, so that mids are the bar's prices.
 *
 * @param line of the file
 * @param time at which the bar opens
 */
record RecordedBar(long line, Instant time, long open, long high, long low, long close) {

  /** Gives the four quotes. */
  void quote(Quoting quoting, Duration length, TickSource.Rows rows) {
    boolean rose = close >= open;
    Duration quarter = length.dividedBy(4);
    rows.tick(quoting.quote(open, time), line);
    rows.tick(quoting.quote(rose ? low : high, time.plus(quarter)), line);
    rows.tick(quoting.quote(rose ? high : low, time.plus(quarter.multipliedBy(2))), line);
    rows.tick(quoting.quote(close, time.plus(length).minusMillis(1)), line);
  }

  /** What is wrong with its prices, if anything. */
  void check() throws BadRowException {
    if (low <= 0) {
      throw new BadRowException("a price is not above 0");
    }
    if (low > open || low > close || high < open || high < close) {
      throw new BadRowException("breaks low <= open, close <= high");
    }
  }

  /**
   * How prices become quotes.
   *
   * @param instrument whose
   * @param scale decimal places of the prices
   * @param tick the smallest step, as a mantissa
   * @param spreadTicks between bid and ask
   */
  record Quoting(
      io.palmyra.contracts.id.InstrumentId instrument, int scale, long tick, int spreadTicks) {
    QuoteTick quote(long price, Instant time) {
      long below = spreadTicks / 2 * tick;
      long above = (spreadTicks - spreadTicks / 2) * tick;
      return new QuoteTick(
          instrument,
          new Price(price - below, scale),
          new Price(price + above, scale),
          Quantity.ZERO,
          Quantity.ZERO,
          time,
          ReplayProvider.NAME);
    }
  }
}
