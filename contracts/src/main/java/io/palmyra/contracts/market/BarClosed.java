package io.palmyra.contracts.market;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import java.time.Duration;
import java.time.Instant;

/**
 * A bar of mid prices that no tick will change any more.
 *
 * @param instrument whose
 * @param interval its length: 1 s, 1 m, 5 m, 1 h or 1 d
 * @param openTime first moment that it covers
 * @param open first mid
 * @param high highest mid
 * @param low lowest mid
 * @param close last mid
 * @param volume traded size, 0 where only quotes are known
 * @param ticks how many it is made of, 1 or more; 0 where imported
 */
@WireName("bar-closed")
public record BarClosed(
    InstrumentId instrument,
    Duration interval,
    Instant openTime,
    Price open,
    Price high,
    Price low,
    Price close,
    Quantity volume,
    int ticks)
    implements BarMessage {
  public BarClosed {
    if (!(low.compareTo(open) <= 0
        && low.compareTo(close) <= 0
        && high.compareTo(open) >= 0
        && high.compareTo(close) >= 0)) {
      throw new IllegalArgumentException(
          "bar of "
              + instrument
              + " at "
              + openTime
              + " breaks low <= open, close <= high: "
              + open
              + " "
              + high
              + " "
              + low
              + " "
              + close);
    }
  }

  /** First moment that it does not cover. */
  public Instant closeTime() {
    return openTime.plus(interval);
  }
}
