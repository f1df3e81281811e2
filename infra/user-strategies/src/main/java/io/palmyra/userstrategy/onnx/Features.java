package io.palmyra.userstrategy.onnx;

import io.palmyra.core.strategy.Bar;
import java.util.List;
import java.util.stream.Stream;

/** The inputs of a model, in the order in which they were declared. */
final class Features {
  private static final String ONE = "(return|rsi|zscore|atr|sma|ema|adx):[1-9][0-9]{0,2}";

  /** What a declaration looks like. */
  static final String FORM = ONE + "(," + ONE + "){0,63}";

  /** The same in words. */
  static final String ALLOWED =
      "1 to 64 of return, rsi, zscore, atr, sma, ema and adx, each with its period from 1 to 999,"
          + " such as return:1,rsi:14";

  private final List<Feature> features;

  private Features(List<Feature> features) {
    this.features = features;
  }

  /**
   * As declared, in the form that is allowed.
   *
   * @throws IllegalArgumentException in another form
   */
  static Features of(String declared) {
    return new Features(Stream.of(declared.split(",", -1)).map(Features::feature).toList());
  }

  private static Feature feature(String name) {
    String[] parts = name.split(":", 2);
    int period = Integer.parseInt(parts[1]);
    return switch (parts[0]) {
      case "return" -> Feature.change(name, period);
      case "rsi" -> Feature.rsi(name, period);
      case "zscore" -> Feature.zScore(name, period);
      case "atr" -> Feature.range(name, period);
      case "sma" -> Feature.simple(name, period);
      case "ema" -> Feature.exponential(name, period);
      case "adx" -> Feature.direction(name, period);
      default -> throw new IllegalArgumentException(name + " is no input; allowed: " + ALLOWED);
    };
  }

  int size() {
    return features.size();
  }

  /** Bars after which all have forgotten what stood before. */
  int memory() {
    return features.stream().mapToInt(Feature::memory).max().orElse(0);
  }

  void add(Bar bar) {
    features.forEach(feature -> feature.taker().accept(bar));
  }

  boolean isReady() {
    return features.stream().allMatch(feature -> feature.ready().getAsBoolean());
  }

  /**
   * Their values after the last bar, once all are ready.
   *
   * @throws IllegalStateException if one is no number
   */
  float[] values() {
    float[] values = new float[features.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) features.get(i).value().getAsDouble();
      if (!Float.isFinite(values[i])) {
        throw new IllegalStateException(features.get(i).name() + " is " + values[i]);
      }
    }
    return values;
  }
}
