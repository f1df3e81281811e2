package io.palmyra.backtest.parity;

import org.jspecify.annotations.Nullable;

/**
 * A fill of live trading beside one of the backtest, or one that the other has not.
 *
 * @param kind matched, missed (the backtest's alone), extra (live trading's alone)
 * @param side BUY or SELL
 * @param liveAt market time in live trading
 * @param testedAt time in the backtest
 * @param livePrice average of the order's fills
 * @param testedPrice the same in the backtest
 * @param liveQuantity filled
 * @param testedQuantity the same in the backtest
 * @param ticks by which live trading was worse; below 0: better
 * @param bps the same in basis points of the backtest's price
 * @param delayMillis by which live trading was later
 * @param explanation for people
 */
public record FillLine(
    String kind,
    String side,
    @Nullable String liveAt,
    @Nullable String testedAt,
    @Nullable String livePrice,
    @Nullable String testedPrice,
    @Nullable String liveQuantity,
    @Nullable String testedQuantity,
    @Nullable Double ticks,
    @Nullable Double bps,
    @Nullable Long delayMillis,
    String explanation) {

  static FillLine matched(Deal live, Deal tested, double tick) {
    double worse = live.side().sign() * live.price().subtract(tested.price()).doubleValue();
    long delay = live.at().toEpochMilli() - tested.at().toEpochMilli();
    double ticks = worse / tick;
    return new FillLine(
        "matched",
        live.side().name(),
        live.at().toString(),
        tested.at().toString(),
        live.price().toPlainString(),
        tested.price().toPlainString(),
        live.quantity().toPlainString(),
        tested.quantity().toPlainString(),
        ticks,
        worse / tested.price().doubleValue() * 10_000,
        delay,
        Explanation.matched(ticks, delay, live, tested));
  }

  static FillLine missed(Deal tested, String explanation) {
    return new FillLine(
        "missed",
        tested.side().name(),
        null,
        tested.at().toString(),
        null,
        tested.price().toPlainString(),
        null,
        tested.quantity().toPlainString(),
        null,
        null,
        null,
        explanation);
  }

  static FillLine extra(Deal live, String explanation) {
    return new FillLine(
        "extra",
        live.side().name(),
        live.at().toString(),
        null,
        live.price().toPlainString(),
        null,
        live.quantity().toPlainString(),
        null,
        null,
        null,
        null,
        explanation);
  }
}
