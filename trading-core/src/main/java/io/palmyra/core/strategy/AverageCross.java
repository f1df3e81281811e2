package io.palmyra.core.strategy;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.strategy.indicator.Atr;
import io.palmyra.core.strategy.indicator.Average;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Long while the fast average is above the slow one, short while below, as far as its direction
 * allows. Enters at a cross only; turns round by an exit and, once flat, an entry.
 */
final class AverageCross implements Strategy {
  /** Stable code of its exits. */
  static final String CROSS = "CROSS";

  private final InstrumentId instrument;
  private final DataNeeds needs;
  private final Average fast;
  private final Average slow;
  private final Atr atr;
  private final Direction direction;
  private final double stopAtrs;
  private final boolean enterAtStart;
  private @Nullable Side side;
  private @Nullable Side armed;

  /**
   * @param average makes one of so many bars
   * @param memory bars after which the slow average has forgotten what stood before
   */
  AverageCross(
      Parameters parameters, InstrumentId instrument, IntFunction<Average> average, int memory) {
    this.instrument = instrument;
    int slowPeriod = parameters.whole(CrossParameters.SLOW);
    int atrPeriod = parameters.whole(SharedParameters.ATR_PERIOD);
    fast = average.apply(parameters.whole(CrossParameters.FAST));
    slow = average.apply(slowPeriod);
    atr = new Atr(atrPeriod);
    direction = Direction.valueOf(parameters.choice(SharedParameters.DIRECTION));
    stopAtrs = parameters.decimal(SharedParameters.STOP_ATRS);
    enterAtStart = parameters.flag(CrossParameters.ENTER_AT_START);
    needs =
        new DataNeeds(
            false,
            java.time.Duration.parse(parameters.choice(SharedParameters.INTERVAL)),
            false,
            Math.max(memory, SharedParameters.WILDER_MEMORY * atrPeriod));
  }

  @Override
  public DataNeeds needs() {
    return needs;
  }

  @Override
  public boolean isReady() {
    return slow.isReady() && atr.isReady();
  }

  @Override
  public List<Proposal> onBar(Bar bar, StrategyContext context) {
    fast.add(bar.close());
    slow.add(bar.close());
    atr.add(bar.high(), bar.low(), bar.close());
    if (!isReady()) {
      return List.of();
    }
    Side now = sideNow();
    if (now != side) {
      armed = side != null || enterAtStart ? now : null;
      side = now;
    }
    return act(context);
  }

  @Override
  public List<Proposal> onPosition(
      InstrumentId changed, Quantity position, StrategyContext context) {
    return isReady() ? act(context) : List.of();
  }

  @Override
  public void onLive(StrategyContext context) {
    if (enterAtStart) {
      armed = side;
    }
  }

  private @Nullable Side sideNow() {
    int compared = Double.compare(fast.value(), slow.value());
    return compared == 0 ? side : compared > 0 ? Side.BUY : Side.SELL;
  }

  private List<Proposal> act(StrategyContext context) {
    Side wanted = side;
    if (wanted == null || context.isUnderWay(instrument)) {
      return List.of();
    }
    int held = context.position(instrument).signum();
    if (held != 0) {
      return held == wanted.sign() ? List.of() : List.of(new Proposal.Exit(instrument, CROSS));
    }
    double distance = atr.value() * stopAtrs;
    if (wanted != armed || !direction.allows(wanted) || !(distance > 0)) {
      return List.of();
    }
    armed = null;
    return List.of(new Proposal.Entry(instrument, wanted, 1, distance));
  }
}
