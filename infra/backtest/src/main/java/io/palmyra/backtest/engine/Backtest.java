package io.palmyra.backtest.engine;

import io.palmyra.backtest.history.Bars;
import io.palmyra.backtest.history.TradingHours;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.value.Price;
import io.palmyra.core.strategy.RunnerSettings;
import io.palmyra.core.strategy.StrategyRunner;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntConsumer;

/**
 * Plays bars to a strategy, one after the other: first its orders meet the bar, then it sees the
 * bar, and what it wants meets the next one. The same setup gives the same result, to the bit.
 */
public final class Backtest {
  /** Validity of a signal and budget of a call: neither ends one here, where no time passes. */
  private static final Duration UNBOUND = Duration.ofDays(1);

  private final Setup setup;
  private final Bars bars;
  private final PlayedMarket market;
  private final Ledger ledger;
  private final TierWatch tiers;
  private final Desk desk;
  private final BarVenue venue;
  private final Protecting protecting;
  private final PlayedBar played;
  private final ScoreFeed scores;
  private final TradingHours hours;

  private Backtest(Setup setup) {
    this.setup = setup;
    this.bars = setup.bars();
    this.played = new PlayedBar(bars, setup.terms().instrument());
    this.hours = new TradingHours(setup.terms().calendar());
    this.scores = new ScoreFeed(setup.sentiment());
    this.market = new PlayedMarket(setup.terms(), setup.assumptions(), bars.priceScale());
    this.ledger = new Ledger(new RoundTrips(setup.terms()), bars.size());
    var runner =
        new StrategyRunner(
            new RunnerSettings(
                Setup.INSTANCE, Setup.ACCOUNT, setup.terms().instrument(), UNBOUND, UNBOUND),
            setup.strategy().create(setup.parameters(), setup.terms().instrument()),
            () -> 0);
    this.tiers = new TierWatch(setup.rules());
    var watch = new PositionWatch(setup.terms(), setup.rules());
    this.venue = new BarVenue(setup.terms(), setup.assumptions());
    this.desk = new Desk(setup, runner, market, ledger, tiers, watch, venue);
    this.protecting = new Protecting(setup, market, ledger, tiers, watch, desk, venue);
    desk.at(bars.openTime(0));
    desk.tell(Topic.INSTRUMENTS, setup.terms());
    scores.tellKnownBy(bars.openTime(0), desk::tell);
    runner.goLive(false);
  }

  /**
   * Runs one.
   *
   * @param progress told of each bar that is done
   * @throws StrategyFailedException if the strategy throws
   */
  public static Result run(Setup setup, IntConsumer progress) {
    var backtest = new Backtest(setup);
    for (int bar = 0; bar < setup.bars().size(); bar++) {
      backtest.play(bar);
      progress.accept(bar);
    }
    return Result.of(setup, backtest.ledger, backtest.tiers.happened());
  }

  private void play(int bar) {
    Instant closes = bars.closeTime(bar);
    if (!venue.isIdle() || protecting.isOn()) {
      Instant opens = bars.openTime(bar);
      desk.at(opens);
      market.at(bars.open(bar), opens);
      desk.tell(Topic.TICKS, market.tick());
      venue.open(bars, bar);
      desk.followHalts();
      protecting.atOpen(bar, opens);
      Instant within = withinSession(opens, closes);
      desk.at(within);
      protecting.within(bar, within);
      desk.at(closes);
      venue.rest(bars, bar);
      desk.followHalts();
    }
    desk.at(closes);
    market.at(bars.close(bar), closes);
    if (desk.held().signum() != 0) {
      desk.fund(bars.endBefore(bar), price(bars.close(bar)));
    }
    ledger.worth(
        bar, desk.held().signum() != 0 ? desk.markedAt(price(bars.close(bar))) : desk.cash());
    desk.closed(bar);
    ledger.trips().mark(bars.low(bar), bars.high(bar), bars.priceScale());
    if (scores.isDue(closes)) {
      tellScores(closes);
    }
    desk.show(bar, played.at(bar, closes));
  }

  /** What happens within a bar happens before its session closes. */
  private Instant withinSession(Instant opens, Instant closes) {
    return hours.always()
        ? closes
        : hours
            .endOf(opens)
            .filter(end -> !end.isAfter(closes))
            .map(end -> end.minusMillis(1))
            .orElse(closes);
  }

  /** After a tick, so that a strategy that acts on a score acts at the close and not before. */
  private void tellScores(Instant closes) {
    desk.tell(Topic.TICKS, market.tick());
    scores.tellKnownBy(closes, desk::tell);
  }

  private Price price(long units) {
    return new Price(units, bars.priceScale()).atScale(setup.terms().priceScale());
  }
}
