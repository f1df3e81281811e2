package io.palmyra.backtest.parity;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Figures of compared fills, by name. */
final class FillFigures {
  private FillFigures() {}

  static Map<String, Object> of(List<FillLine> fills) {
    double[] ticks = values(fills.stream().map(FillLine::ticks).toList());
    double[] bps = values(fills.stream().map(FillLine::bps).toList());
    double[] delays =
        fills.stream()
            .map(FillLine::delayMillis)
            .filter(Objects::nonNull)
            .mapToDouble(Long::doubleValue)
            .toArray();
    var figures = new LinkedHashMap<String, Object>();
    figures.put("matched", ticks.length);
    figures.put("missed", count(fills, "missed"));
    figures.put("extra", count(fills, "extra"));
    if (ticks.length > 0) {
      figures.put("meanTicksWorse", mean(ticks));
      figures.put("medianTicksWorse", median(ticks));
      figures.put("worstTicks", Arrays.stream(ticks).max().orElse(0));
      figures.put("meanBpsWorse", mean(bps));
      figures.put("meanDelayMillis", mean(delays));
    }
    return figures;
  }

  private static long count(List<FillLine> fills, String kind) {
    return fills.stream().filter(each -> each.kind().equals(kind)).count();
  }

  private static double[] values(List<@Nullable Double> figures) {
    return figures.stream().filter(Objects::nonNull).mapToDouble(Double::doubleValue).toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
