package io.palmyra.core.strategy;

import io.palmyra.contracts.id.InstrumentId;
import java.time.Duration;
import java.util.List;

/** Relative strength against the news. */
final class RsiSentimentType implements StrategyType {
  static final String PERIOD = "period";
  static final String OVERSOLD = "oversold";
  static final String OVERBOUGHT = "overbought";
  static final String MINIMUM_SCORE = "minimumScore";
  static final String MAXIMUM_AGE = "maximumSentimentAge";

  private static final StrategyDescriptor DESCRIPTOR =
      new StrategyDescriptor(
          "rsi-sentiment",
          "Buys oversold on good news, sells overbought on bad news; without fresh news it does not"
              + " enter.",
          List.of(
              new ParameterSpec.Whole(PERIOD, "changes in the relative strength index", 2, 500, 14),
              ParameterSpec.Decimal.of(
                  OVERSOLD, "at or below it the index is oversold", "1", "50", "30"),
              ParameterSpec.Decimal.of(
                  OVERBOUGHT, "at or above it the index is overbought", "50", "99", "70"),
              ParameterSpec.Decimal.of(
                  MINIMUM_SCORE, "least strength of the news to act on", "0.01", "1", "0.2"),
              new ParameterSpec.Length(
                  MAXIMUM_AGE,
                  "oldest score it trusts",
                  Duration.ofSeconds(1),
                  Duration.ofDays(7),
                  Duration.ofHours(1)),
              SharedParameters.BAR_INTERVAL,
              SharedParameters.ALLOWED_DIRECTION,
              SharedParameters.ATR_BARS,
              SharedParameters.STOP_DISTANCE),
          RsiSentimentType::oversoldBelowOverbought,
          false);

  @Override
  public StrategyDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Strategy create(Parameters parameters, InstrumentId instrument) {
    return new RsiSentiment(parameters, instrument);
  }

  private static List<Refusal> oversoldBelowOverbought(Parameters parameters) {
    double overbought = parameters.decimal(OVERBOUGHT);
    return parameters.decimal(OVERSOLD) < overbought
        ? List.of()
        : List.of(
            new Refusal(
                OVERSOLD,
                parameters.texts().getOrDefault(OVERSOLD, ""),
                "below overbought, which is " + overbought));
  }
}
