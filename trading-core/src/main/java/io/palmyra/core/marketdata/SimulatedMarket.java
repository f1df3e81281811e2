package io.palmyra.core.marketdata;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.value.Price;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A market to practise on: several instruments whose quotes move in regimes, trends and bursts,
 * partly together, with spreads that widen when it gets wild.
 *
 * <p>Seeded and deterministic: the same seed, instruments, rate, origin and levels give the same
 * ticks, however often and at whatever moments it is stepped. Time goes in beats of 100 ms. One
 * thread at a time.
 */
public final class SimulatedMarket {
  /** Name of the provider in its ticks. */
  public static final String PROVIDER = "simulated";

  private static final Duration BEAT = Duration.ofMillis(100);
  private static final Duration HISTORY_BEAT = Duration.ofSeconds(5);

  private final SeededRandom random;
  private final double ticksPerSecond;
  private final Map<SimulatedInstrument.Factor, FactorState> factors =
      new EnumMap<>(SimulatedInstrument.Factor.class);
  private final List<SimulatedPrice> prices;
  private final ArrayDeque<QuoteTick> pending = new ArrayDeque<>();
  private Instant simulatedUntil;

  /**
   * @param seed of all chance
   * @param ticksPerSecond of each instrument on average, above 0
   * @param origin moment at which the market begins
   * @param levels where prices start, for those that are not to start at their model's level
   */
  public SimulatedMarket(
      long seed,
      List<SimulatedInstrument> instruments,
      double ticksPerSecond,
      Instant origin,
      Map<InstrumentId, Price> levels) {
    if (!(ticksPerSecond > 0)) {
      throw new IllegalArgumentException("ticksPerSecond must be above 0: " + ticksPerSecond);
    }
    this.random = new SeededRandom(seed);
    this.ticksPerSecond = ticksPerSecond;
    this.simulatedUntil = origin;
    for (SimulatedInstrument.Factor factor : SimulatedInstrument.Factor.values()) {
      factors.put(factor, new FactorState());
    }
    this.prices =
        instruments.stream().map(each -> new SimulatedPrice(each, start(each, levels))).toList();
  }

  private static double start(SimulatedInstrument model, Map<InstrumentId, Price> levels) {
    Price last = levels.get(model.definition().instrument());
    return last == null ? model.level() : last.toDouble();
  }

  /** The ticks since the step before, up to and with {@code now}, in order of time. */
  public List<QuoteTick> step(Instant now) {
    while (!simulatedUntil.isAfter(now)) {
      beat(BEAT, ticksPerSecond * BEAT.toMillis() / 1000, pending);
    }
    List<QuoteTick> due = new ArrayList<>();
    while (!pending.isEmpty() && !pending.getFirst().time().isAfter(now)) {
      due.add(pending.removeFirst());
    }
    return due;
  }

  /**
   * Runs on to {@code until} in long strides, with about one tick of each instrument every five
   * seconds: some hours of back history in a moment. Called before the first step.
   */
  public List<QuoteTick> history(Instant until) {
    var ticks = new ArrayDeque<QuoteTick>();
    while (!simulatedUntil.plus(HISTORY_BEAT).isAfter(until)) {
      beat(HISTORY_BEAT, 1, ticks);
    }
    return List.copyOf(ticks);
  }

  private void beat(Duration length, double expected, ArrayDeque<QuoteTick> into) {
    double seconds = length.toMillis() / 1000.0;
    double rootSeconds = StrictMath.sqrt(seconds);
    long start = EpochNanos.of(simulatedUntil);
    for (FactorState factor : factors.values()) {
      factor.beat(random, seconds);
    }
    List<QuoteTick> ticks = new ArrayList<>();
    for (SimulatedPrice price : prices) {
      FactorState common = Objects.requireNonNull(factors.get(price.factor()));
      price.beat(random, common, seconds, rootSeconds);
      price.quote(random, common, start, length.toMillis(), expected, ticks);
    }
    ticks.sort(Comparator.comparing(QuoteTick::time));
    into.addAll(ticks);
    simulatedUntil = simulatedUntil.plus(length);
  }
}
