package io.palmyra.core.strategy;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.sentiment.SentimentScored;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.strategy.indicator.Atr;
import io.palmyra.core.strategy.indicator.Rsi;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Buys what is oversold while the news are good, sells what is overbought while they are bad.
 * Leaves when the index reaches the other side, or when fresh news turn against the position. A
 * stale, future or missing score is never neutral: without a usable one it does not enter.
 */
final class RsiSentiment implements Strategy {
  /** Stable code of exits at the other side of the index. */
  static final String RSI_REVERSED = "RSI_REVERSED";

  /** Stable code of exits because the news turned. */
  static final String SENTIMENT_REVERSED = "SENTIMENT_REVERSED";

  private final InstrumentId instrument;
  private final DataNeeds needs;
  private final Rsi rsi;
  private final Atr atr;
  private final Direction direction;
  private final double oversold;
  private final double overbought;
  private final double minimumScore;
  private final Duration maximumAge;
  private final double stopAtrs;
  private @Nullable SentimentScored latest;

  RsiSentiment(Parameters parameters, InstrumentId instrument) {
    this.instrument = instrument;
    int period = parameters.whole(RsiSentimentType.PERIOD);
    int atrPeriod = parameters.whole(SharedParameters.ATR_PERIOD);
    rsi = new Rsi(period);
    atr = new Atr(atrPeriod);
    direction = Direction.valueOf(parameters.choice(SharedParameters.DIRECTION));
    oversold = parameters.decimal(SharedParameters.OVERSOLD);
    overbought = parameters.decimal(SharedParameters.OVERBOUGHT);
    minimumScore = parameters.decimal(RsiSentimentType.MINIMUM_SCORE);
    maximumAge = parameters.length(RsiSentimentType.MAXIMUM_AGE);
    stopAtrs = parameters.decimal(SharedParameters.STOP_ATRS);
    needs =
        new DataNeeds(
            false,
            Duration.parse(parameters.choice(SharedParameters.INTERVAL)),
            true,
            SharedParameters.WILDER_MEMORY * Math.max(period, atrPeriod));
  }

  @Override
  public DataNeeds needs() {
    return needs;
  }

  @Override
  public boolean isReady() {
    return rsi.isReady() && atr.isReady();
  }

  @Override
  public List<Proposal> onSentiment(SentimentScored score, StrategyContext context) {
    if (latest == null || !score.knownAt().isBefore(latest.knownAt())) {
      latest = score;
    }
    return List.of();
  }

  @Override
  public List<Proposal> onBar(Bar bar, StrategyContext context) {
    rsi.add(bar.close());
    atr.add(bar.high(), bar.low(), bar.close());
    if (!isReady() || context.isUnderWay(instrument)) {
      return List.of();
    }
    double score = usableScore(context.marketTime());
    int held = context.position(instrument).signum();
    return held != 0 ? leave(held, score) : enter(score);
  }

  private List<Proposal> enter(double score) {
    double distance = atr.value() * stopAtrs;
    // A score that is NaN, because there is no usable one, passes neither comparison.
    Side side =
        rsi.value() <= oversold && score >= minimumScore
            ? Side.BUY
            : rsi.value() >= overbought && score <= -minimumScore ? Side.SELL : null;
    if (side == null || !direction.allows(side) || !(distance > 0)) {
      return List.of();
    }
    double strength = Math.clamp(Math.abs(score), 0.1, 1);
    return List.of(new Proposal.Entry(instrument, side, strength, distance));
  }

  private List<Proposal> leave(int held, double score) {
    if (held > 0 ? rsi.value() >= overbought : rsi.value() <= oversold) {
      return List.of(new Proposal.Exit(instrument, RSI_REVERSED));
    }
    if (score * held <= -minimumScore) {
      return List.of(new Proposal.Exit(instrument, SENTIMENT_REVERSED));
    }
    return List.of();
  }

  /** The score as known at a moment; NaN where it is missing, stale or from the future. */
  private double usableScore(Instant now) {
    SentimentScored score = latest;
    if (score == null || score.knownAt().isAfter(now)) {
      return Double.NaN;
    }
    boolean stale =
        !now.isBefore(score.validUntil()) || now.isAfter(score.knownAt().plus(maximumAge));
    return stale ? Double.NaN : score.score();
  }
}
