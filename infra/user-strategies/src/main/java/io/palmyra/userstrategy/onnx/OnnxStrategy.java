package io.palmyra.userstrategy.onnx;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.strategy.Bar;
import io.palmyra.core.strategy.DataNeeds;
import io.palmyra.core.strategy.Parameters;
import io.palmyra.core.strategy.Proposal;
import io.palmyra.core.strategy.Strategy;
import io.palmyra.core.strategy.StrategyContext;
import io.palmyra.core.strategy.indicator.Atr;
import java.time.Duration;
import java.util.List;

/**
 * Asks a model at each bar, and enters and leaves by its score. At each bar it proposes one thing
 * at most, and nothing while a proposal or an order is under way.
 */
final class OnnxStrategy implements Strategy {
  /** Stable code of its exits. */
  static final String SCORE_TURNED = "SCORE_TURNED";

  private static final int WILDER_MEMORY = 40;

  private final InstrumentId instrument;
  private final Parameters parameters;
  private final OnnxModel model;
  private final Features features;
  private final Atr atr;
  private final DataNeeds needs;
  private final double enterLong;
  private final double enterShort;
  private final double exit;
  private final double stopAtrs;

  OnnxStrategy(Parameters parameters, InstrumentId instrument, OnnxModel model) {
    this.instrument = instrument;
    this.parameters = parameters;
    this.model = model;
    this.features = Features.of(parameters.choice(OnnxParameters.INPUTS));
    int atrPeriod = parameters.whole(OnnxParameters.ATR_PERIOD);
    this.atr = new Atr(atrPeriod);
    this.needs =
        new DataNeeds(
            false,
            Duration.parse(parameters.choice(OnnxParameters.INTERVAL)),
            false,
            Math.max(features.memory(), WILDER_MEMORY * atrPeriod));
    this.enterLong = parameters.decimal(OnnxParameters.ENTER_LONG);
    this.enterShort = parameters.decimal(OnnxParameters.ENTER_SHORT);
    this.exit = parameters.decimal(OnnxParameters.EXIT);
    this.stopAtrs = parameters.decimal(OnnxParameters.STOP_ATRS);
  }

  @Override
  public DataNeeds needs() {
    return needs;
  }

  @Override
  public boolean isReady() {
    return features.isReady() && atr.isReady();
  }

  @Override
  public List<Proposal> onBar(Bar bar, StrategyContext context) {
    features.add(bar);
    atr.add(bar.high(), bar.low(), bar.close());
    if (!isReady() || context.isUnderWay(instrument)) {
      return List.of();
    }
    double score = model.score(features.values());
    int held = context.position(instrument).signum();
    if (held != 0) {
      boolean leaves = held > 0 ? score < exit : score > exit;
      return leaves ? List.of(new Proposal.Exit(instrument, SCORE_TURNED)) : List.of();
    }
    return score >= enterLong
        ? entry(Side.BUY)
        : score <= enterShort ? entry(Side.SELL) : List.of();
  }

  private List<Proposal> entry(Side side) {
    double distance = atr.value() * stopAtrs;
    return OnnxParameters.mayOpen(parameters, side) && distance > 0
        ? List.of(new Proposal.Entry(instrument, side, 1, distance))
        : List.of();
  }
}
