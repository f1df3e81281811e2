package io.palmyra.backtest.history;

import io.palmyra.backtest.history.ImportReport.Rejected;
import io.palmyra.contracts.sentiment.SentimentScored;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Scores of one instrument, in the order in which they became known. Immutable.
 *
 * @param file that they were read from; empty where none was given
 * @param sha256 of its bytes
 * @param rows below its header
 * @param others rows of other instruments
 * @param rejected every row that was not taken
 * @param scores those of the instrument
 */
public record Sentiment(
    String file,
    String sha256,
    int rows,
    int others,
    List<Rejected> rejected,
    List<SentimentScored> scores) {
  /** No scores at all. */
  public static final Sentiment NONE = new Sentiment("", "", 0, 0, List.of(), List.of());

  public Sentiment {
    rejected = List.copyOf(rejected);
    scores = List.copyOf(scores);
  }

  /** Whether there is a file. */
  public boolean isGiven() {
    return !file.isEmpty();
  }

  /** Without what became known after a moment. */
  public Sentiment knownBy(Instant end) {
    return scores.isEmpty() || !scores.getLast().knownAt().isAfter(end)
        ? this
        : new Sentiment(
            file,
            sha256,
            rows,
            others,
            rejected,
            scores.stream().takeWhile(each -> !each.knownAt().isAfter(end)).toList());
  }

  /** What was read, for reports. */
  public String inWords() {
    String reasons =
        rejected.stream()
            .collect(Collectors.groupingBy(each -> each.reason().meaning(), Collectors.counting()))
            .entrySet()
            .stream()
            .sorted(Map.Entry.comparingByKey())
            .map(each -> each.getValue() + " for " + each.getKey())
            .collect(Collectors.joining(", "));
    return ("%d scores of %s (sha256 %s); of %d rows %d were not taken%s, %d are of other"
            + " instruments; valid for %s where a row does not say")
        .formatted(
            rows - others - rejected.size(),
            file,
            sha256,
            rows,
            rejected.size(),
            reasons.isEmpty() ? "" : " (" + reasons + ")",
            others,
            SentimentImport.VALID);
  }
}
