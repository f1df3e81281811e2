package io.palmyra.backtest.engine;

import io.palmyra.backtest.history.Bars;
import io.palmyra.backtest.history.Ticks;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.BarClosed;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.value.Price;
import io.palmyra.core.marketdata.BarBuilder;
import io.palmyra.core.risk.protection.ExitReason;
import io.palmyra.core.strategy.RunnerSettings;
import io.palmyra.core.strategy.StrategyRunner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Plays quotes to a strategy: it sees each of them, and the bars that end with them, as in live
 * trading; its orders meet the engine of the simulated venue. The same setup gives the same result,
 * to the bit.
 */
public final class TickBacktest {
  private static final Duration UNBOUND = Duration.ofDays(1);

  private final Setup setup;
  private final Bars bars;
  private final TickMarket market;
  private final Ledger ledger;
  private final TierWatch tiers;
  private final PositionWatch watch;
  private final TickVenue venue;
  private final Desk desk;
  private final PlayedBar played;
  private final BarBuilder builder;
  private final Deque<BarClosed> ended = new ArrayDeque<>();
  private final ScoreFeed scores;
  private final boolean seesTicks;
  private int bar;

  private TickBacktest(Setup setup, Duration latency, Instant begin) {
    InstrumentDefined terms = setup.terms();
    this.setup = setup;
    this.bars = setup.bars();
    this.market = new TickMarket(terms);
    this.ledger = new Ledger(new RoundTrips(terms), bars.size());
    this.tiers = new TierWatch(setup.rules());
    this.watch = new PositionWatch(terms, setup.rules());
    this.venue = new TickVenue(terms, setup.assumptions(), latency, begin);
    var strategy = setup.strategy().create(setup.parameters(), terms.instrument());
    this.seesTicks = strategy.needs().ticks();
    var runner =
        new StrategyRunner(
            new RunnerSettings(Setup.INSTANCE, Setup.ACCOUNT, terms.instrument(), UNBOUND, UNBOUND),
            strategy,
            () -> 0);
    this.desk = new Desk(setup, runner, market, ledger, tiers, watch, venue);
    this.played = new PlayedBar(bars, terms.instrument());
    this.builder = new BarBuilder(terms, this::ended);
    this.scores = new ScoreFeed(setup.sentiment());
    desk.at(begin);
    desk.tell(Topic.INSTRUMENTS, terms);
    scores.tellKnownBy(begin, desk::tell);
    runner.goLive(false);
  }

  /**
   * The bars that quotes make, as live trading builds them: of mids, one decimal finer.
   *
   * @param interval one of those that are built
   */
  public static Bars bars(Ticks ticks, InstrumentDefined terms, Duration interval) {
    var made = Bars.builder(terms.priceScale() + 1, 0, interval);
    var builder =
        new BarBuilder(
            terms,
            closed -> {
              if (closed.interval().equals(interval)) {
                made.add(
                    closed.openTime().toEpochMilli(),
                    closed.open().mantissa(),
                    closed.high().mantissa(),
                    closed.low().mantissa(),
                    closed.close().mantissa(),
                    0);
              }
            });
    for (int i = 0; i < ticks.size(); i++) {
      builder.on(ticks.tick(i, terms.instrument(), terms.priceScale()));
    }
    builder.advanceTo(end(ticks, interval));
    return made.build();
  }

  /** When the last bar is over for certain, also one of a day. */
  private static Instant end(Ticks ticks, Duration interval) {
    return ticks.time(ticks.size() - 1).plus(interval.multipliedBy(2));
  }

  /**
   * Runs one.
   *
   * @param setup whose bars are those of the quotes
   * @param progress told of each quote that is done
   * @throws IllegalArgumentException if the setup has no latency
   * @throws StrategyFailedException if the strategy throws
   */
  public static Result run(Setup setup, Ticks ticks, IntConsumer progress) {
    Duration latency = setup.assumptions().latency();
    if (latency == null) {
      throw new IllegalArgumentException("latency is null; allowed: 0 or more");
    }
    var backtest = new TickBacktest(setup, latency, ticks.time(0));
    for (int i = 0; i < ticks.size(); i++) {
      backtest.play(ticks.tick(i, setup.terms().instrument(), setup.terms().priceScale()));
      progress.accept(i);
    }
    backtest.builder.advanceTo(end(ticks, setup.bars().interval()));
    backtest.showEnded();
    return Result.of(setup, backtest.ledger, backtest.tiers.happened());
  }

  private void ended(BarClosed closed) {
    if (closed.interval().equals(bars.interval())) {
      ended.addLast(closed);
    }
  }

  /** First what ended before the quote, then what it does to orders, then who sees it. */
  private void play(QuoteTick tick) {
    builder.on(tick);
    showEnded();
    Instant now = tick.time();
    tellScores(now);
    venue.until(now);
    desk.at(now);
    market.on(tick);
    venue.on(tick);
    desk.followHalts();
    protect(tick);
    if (seesTicks) {
      desk.tell(Topic.TICKS, tick);
    }
  }

  private void showEnded() {
    while (!ended.isEmpty()) {
      show(ended.removeFirst());
    }
  }

  private void show(BarClosed closed) {
    Instant closes = closed.closeTime();
    tellScores(closes);
    venue.until(closes);
    desk.at(closes);
    Price mid = market.mid();
    if (mid != null) {
      desk.fund(bars.endBefore(bar), mid);
    }
    ledger.worth(bar, mid == null ? desk.cash() : desk.markedAt(mid));
    desk.closed(bar);
    ledger.trips().mark(bars.low(bar), bars.high(bar), bars.priceScale());
    desk.show(bar, played.at(bar, closes));
    bar++;
  }

  private void tellScores(Instant now) {
    if (scores.isDue(now)) {
      scores.tellKnownBy(
          now,
          score -> {
            venue.until(score.knownAt());
            desk.at(score.knownAt());
            desk.tell(score);
          });
    }
  }

  private void protect(QuoteTick tick) {
    boolean on = tiers.isStopped() || setup.rules().protectsPositions();
    if (!on || desk.held().signum() == 0) {
      return;
    }
    Optional<ExitReason> met = watch.seen(tick, tiers.isStopped());
    if (met.isPresent() && !desk.isClosing()) {
      ledger.protectedBy(met.get());
      desk.protect(watch.exit(met.get(), tick.time()), order -> venue.submit(order, tick.time()));
    }
  }
}
