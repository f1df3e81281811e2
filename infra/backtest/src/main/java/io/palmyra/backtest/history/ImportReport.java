package io.palmyra.backtest.history;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of each row of a file. Nothing is repaired in silence: a row is taken as it stands,
 * or rejected with its reason.
 *
 * @param file that was read
 * @param sha256 of its bytes, to know it again
 * @param columns that were read, by what they mean
 * @param timeFormat as which times were read
 * @param newestFirst whether it runs backwards
 * @param rows below its header
 * @param taken of them
 * @param rejected every one that was not
 * @param interval that bars last: the time that most of them are apart; null below two bars
 * @param first begin of the first bar, null without one
 * @param last begin of the last bar, null without one
 * @param priceScale decimals of its prices
 * @param volumeScale decimals of its volumes
 * @param volumesRounded how many volumes had more decimals than a quantity has, and were rounded
 * @param gaps where bars are missing
 */
public record ImportReport(
    String file,
    String sha256,
    Map<String, String> columns,
    String timeFormat,
    boolean newestFirst,
    int rows,
    int taken,
    List<Rejected> rejected,
    @Nullable Duration interval,
    @Nullable Instant first,
    @Nullable Instant last,
    int priceScale,
    int volumeScale,
    int volumesRounded,
    List<Gap> gaps) {
  public ImportReport {
    rejected = List.copyOf(rejected);
    gaps = List.copyOf(gaps);
  }

  /**
   * A row that was not taken.
   *
   * @param line of the file, its header being the first
   * @param reason stable
   * @param row as it stands there
   */
  public record Rejected(long line, RejectReason reason, String row) {}

  /**
   * A time without bars.
   *
   * @param from first bar that is missing
   * @param to first bar that is there again
   * @param missing how many are; of bars of a day, Saturdays and Sundays do not count
   */
  public record Gap(Instant from, Instant to, long missing) {}

  /** How many were rejected for each reason, of those for which any was. */
  public Map<RejectReason, Integer> byReason() {
    var counts = new EnumMap<RejectReason, Integer>(RejectReason.class);
    rejected.forEach(each -> counts.merge(each.reason(), 1, Integer::sum));
    return counts;
  }

  /** Bars that are missing, all gaps together. */
  public long missing() {
    return gaps.stream().mapToLong(Gap::missing).sum();
  }
}
