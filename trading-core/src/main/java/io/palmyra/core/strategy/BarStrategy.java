package io.palmyra.core.strategy;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.strategy.indicator.Atr;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What strategies have in common that look at one instrument's bars, hold one position, and enter
 * with a stop so many average true ranges away. At each bar it proposes one thing at most: nothing
 * while a proposal or an order is under way, an exit while it holds something, an entry otherwise.
 */
abstract class BarStrategy implements Strategy {
  private final InstrumentId instrument;
  private final DataNeeds needs;
  private final Atr atr;
  private final Direction direction;
  private final double stopAtrs;

  /**
   * @param memory bars after which its own indicators have forgotten what stood before
   */
  BarStrategy(Parameters parameters, InstrumentId instrument, int memory) {
    this.instrument = instrument;
    int atrPeriod = parameters.whole(SharedParameters.ATR_PERIOD);
    this.atr = new Atr(atrPeriod);
    this.direction = Direction.valueOf(parameters.choice(SharedParameters.DIRECTION));
    this.stopAtrs = parameters.decimal(SharedParameters.STOP_ATRS);
    this.needs =
        new DataNeeds(
            false,
            Duration.parse(parameters.choice(SharedParameters.INTERVAL)),
            false,
            Math.max(memory, SharedParameters.WILDER_MEMORY * atrPeriod));
  }

  /** Takes the bar in; {@code terms} are null while the instrument's are not known. */
  abstract void observe(Bar bar, @Nullable InstrumentDefined terms);

  /** Whether its indicators are ready. */
  abstract boolean knowsEnough();

  /** The side of an entry after this bar, null for none. Asked while it holds nothing. */
  abstract @Nullable Side enters();

  /** Stable code of an exit after this bar, null for none. */
  abstract @Nullable String leaves(Side held);

  @Override
  public final DataNeeds needs() {
    return needs;
  }

  @Override
  public final boolean isReady() {
    return knowsEnough() && atr.isReady();
  }

  /** The average true range; NaN until ready. */
  final double range() {
    return atr.value();
  }

  @Override
  public final List<Proposal> onBar(Bar bar, StrategyContext context) {
    atr.add(bar.high(), bar.low(), bar.close());
    observe(bar, context.definition(instrument));
    if (!isReady() || context.isUnderWay(instrument)) {
      return List.of();
    }
    int held = context.position(instrument).signum();
    return held == 0 ? entry() : exit(held > 0 ? Side.BUY : Side.SELL);
  }

  private List<Proposal> exit(Side held) {
    String code = leaves(held);
    return code == null ? List.of() : List.of(new Proposal.Exit(instrument, code));
  }

  private List<Proposal> entry() {
    Side side = enters();
    double distance = atr.value() * stopAtrs;
    return side == null || !direction.allows(side) || !(distance > 0)
        ? List.of()
        : List.of(new Proposal.Entry(instrument, side, 1, distance));
  }
}
