package io.palmyra.backtest.engine;

import io.palmyra.backtest.history.Bars;
import io.palmyra.contracts.value.Price;
import io.palmyra.core.risk.protection.ExitReason;
import java.time.Instant;

/**
 * Closes what is held where a bar meets what protects it. Risk sees the open, and the extremes as
 * far as they meet something: a loss before a profit, whatever happened first.
 */
final class Protecting {
  private final Setup setup;
  private final PlayedMarket market;
  private final Ledger ledger;
  private final TierWatch tiers;
  private final PositionWatch watch;
  private final Desk desk;
  private final BarVenue venue;

  Protecting(
      Setup setup,
      PlayedMarket market,
      Ledger ledger,
      TierWatch tiers,
      PositionWatch watch,
      Desk desk,
      BarVenue venue) {
    this.setup = setup;
    this.market = market;
    this.ledger = ledger;
    this.tiers = tiers;
    this.watch = watch;
    this.desk = desk;
    this.venue = venue;
  }

  /** Whether something may have to be closed. */
  boolean isOn() {
    return desk.held().signum() != 0
        && (tiers.isStopped() || setup.rules().protectsPositions())
        && !desk.isClosing();
  }

  /** Looks at the open of a bar. */
  void atOpen(int bar, Instant now) {
    if (isOn()) {
      closeIfMet(around(setup.bars().open(bar)), bar, now);
    }
  }

  /** Looks at what a bar did after its open. */
  void within(int bar, Instant now) {
    if (!isOn()) {
      return;
    }
    Bars bars = setup.bars();
    Spread low = around(bars.low(bar));
    Spread high = around(bars.high(bar));
    boolean holdsLong = desk.held().signum() > 0;
    Price loss = watch.lossWithin(low.bid(), high.ask());
    Price level = loss == null ? watch.profitWithin(low.ask(), high.bid()) : loss;
    if (level == null) {
      market.at(holdsLong ? bars.high(bar) : bars.low(bar), now);
      watch.best(market.tick());
      return;
    }
    Price half = setup.assumptions().halfSpread();
    Price mid = holdsLong ? level.plus(half) : level.minus(half);
    market.at(mid, now);
    closeIfMet(Spread.around(mid, setup.assumptions()), bar, now);
  }

  private void closeIfMet(Spread prices, int bar, Instant now) {
    watch.seen(market.tick(), tiers.isStopped()).ifPresent(why -> close(why, prices, bar, now));
  }

  private void close(ExitReason why, Spread prices, int bar, Instant now) {
    ledger.protectedBy(why);
    desk.protect(watch.exit(why, now), order -> venue.take(order, prices, setup.bars(), bar, now));
  }

  private Spread around(long units) {
    return Spread.around(
        new Price(units, setup.bars().priceScale()).atScale(setup.terms().priceScale()),
        setup.assumptions());
  }
}
