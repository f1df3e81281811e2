package io.palmyra.core.risk.parent;

import io.palmyra.contracts.decision.VolumesByTime;
import io.palmyra.contracts.market.BarClosed;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What an instrument trades at which time of the day: the volumes of its one-minute bars, summed by
 * quarter of an hour in UTC over the five newest days that it traded on. A statistic, in double.
 * One thread adds while others read.
 */
public final class VolumeProfile {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final long BUCKET_SECONDS = 900;
  private static final long DAY_SECONDS = 86_400;
  private static final int BUCKETS = (int) (DAY_SECONDS / BUCKET_SECONDS);
  private static final int DAYS = 5;

  private final TreeMap<Long, double[]> days = new TreeMap<>();
  private Instant last = Instant.MIN;

  /** Takes note of a bar; other lengths, repeats and bars without volume change nothing. */
  public synchronized void on(BarClosed bar) {
    if (!bar.interval().equals(MINUTE)
        || bar.volume().signum() <= 0
        || !bar.openTime().isAfter(last)) {
      return;
    }
    last = bar.openTime();
    long second = last.getEpochSecond();
    double[] day =
        days.computeIfAbsent(Math.floorDiv(second, DAY_SECONDS), _ -> new double[BUCKETS]);
    day[(int) (Math.floorMod(second, DAY_SECONDS) / BUCKET_SECONDS)] += bar.volume().toDouble();
    if (days.size() > DAYS) {
      days.pollFirstEntry();
    }
  }

  /** What is known so far. */
  public synchronized VolumesByTime known() {
    return new VolumesByTime(
        days.size(), IntStream.range(0, BUCKETS).mapToObj(this::ofBucket).toList());
  }

  /**
   * The volume expected in a span of time, each quarter of an hour evenly spread; 0 if nothing was
   * ever traded then.
   */
  static double volume(VolumesByTime known, Instant from, Instant to) {
    double sum = 0;
    double second = seconds(from);
    double end = seconds(to);
    while (second < end) {
      double bucketEnd = (Math.floor(second / BUCKET_SECONDS) + 1) * BUCKET_SECONDS;
      double until = Math.min(end, bucketEnd);
      int bucket = (int) Math.floorMod((long) Math.floor(second / BUCKET_SECONDS), (long) BUCKETS);
      sum += known.quarters().get(bucket) * (until - second) / BUCKET_SECONDS;
      second = until;
    }
    return sum;
  }

  private double ofBucket(int bucket) {
    double sum = 0;
    for (double[] day : days.values()) {
      sum += day[bucket];
    }
    return sum;
  }

  private static double seconds(Instant at) {
    return at.getEpochSecond() + at.getNano() / 1e9;
  }
}
