package io.palmyra.core.strategy;

import io.palmyra.contracts.id.InstrumentId;
import java.time.Duration;

/** Relative strength against the news. */
final class RsiSentimentType implements StrategyType {
  static final String PERIOD = "period";
  static final String MINIMUM_SCORE = "minimumScore";
  static final String MAXIMUM_AGE = "maximumSentimentAge";

  private static final StrategyDescriptor DESCRIPTOR =
      new StrategyDescriptor(
          "rsi-sentiment",
          "Buys oversold on good news, sells overbought on bad news; without fresh news it does not"
              + " enter.",
          SharedParameters.ofBars(
              new ParameterSpec.Whole(PERIOD, "changes in the relative strength index", 2, 500, 14),
              SharedParameters.oversold("30"),
              SharedParameters.overbought("70"),
              ParameterSpec.Decimal.of(
                  MINIMUM_SCORE, "least strength of the news to act on", "0.01", "1", "0.2"),
              new ParameterSpec.Length(
                  MAXIMUM_AGE,
                  "oldest score it trusts",
                  Duration.ofSeconds(1),
                  Duration.ofDays(7),
                  Duration.ofHours(1))),
          SharedParameters::oversoldBelowOverbought,
          false);

  @Override
  public StrategyDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Strategy create(Parameters parameters, InstrumentId instrument) {
    return new RsiSentiment(parameters, instrument);
  }
}
