package io.palmyra.backtest.history;

import io.palmyra.backtest.history.ImportReport.Rejected;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.sentiment.SentimentScored;
import io.palmyra.local.LocalFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads scores from a file of separated values, plain or packed with gzip, oldest first. Every row
 * is taken as it stands or rejected with its reason; nothing is repaired. A row that names no
 * instrument is of the one that is played.
 */
public final class SentimentImport {
  /** How long a score counts whose row does not say: as the sentiment service has it by default. */
  static final Duration VALID = Duration.ofHours(6);

  private final Path file;
  private final InstrumentId instrument;
  private final List<Rejected> rejected = new ArrayList<>();
  private final List<SentimentScored> scores = new ArrayList<>();
  private final Set<List<Object>> ofThatTime = new HashSet<>();
  private @Nullable TimeFormat times;
  private Instant newest = Instant.MIN;
  private int read;
  private int others;

  private SentimentImport(Path file, InstrumentId instrument) {
    this.file = file;
    this.instrument = instrument;
  }

  /**
   * Reads a file.
   *
   * @param instrument whose scores are wanted
   * @throws LocalFailure if it has no columns for scores, or its times are days only
   */
  public static Sentiment read(Path file, InstrumentId instrument) {
    try {
      return new SentimentImport(file, instrument).read();
    } catch (IOException | UncheckedIOException e) {
      throw LocalFailure.refused(file + " can't be read: " + e.getMessage());
    }
  }

  private Sentiment read() throws IOException {
    MessageDigest digest = CsvImport.sha256();
    try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest);
        CSVParser parser = CSVFormat.DEFAULT.parse(TickImport.text(file, bytes))) {
      var records = parser.iterator();
      if (!records.hasNext()) {
        throw LocalFailure.refused(file + " is empty");
      }
      SentimentColumns columns = SentimentColumns.of(file.toString(), records.next().toList());
      records.forEachRemaining(record -> take(record, columns));
    }
    return new Sentiment(
        String.valueOf(file.getFileName()),
        HexFormat.of().formatHex(digest.digest()),
        read,
        others,
        rejected,
        scores);
  }

  private void take(CSVRecord row, SentimentColumns columns) {
    String text = String.join(",", row.toList());
    if (text.isBlank()) {
      return;
    }
    read++;
    reason(row, columns)
        .ifPresent(
            why -> rejected.add(new Rejected(row.getParser().getCurrentLineNumber(), why, text)));
  }

  /** Takes a row, or tells why not. */
  private Optional<RejectReason> reason(CSVRecord row, SentimentColumns columns) {
    if (row.size() <= columns.last()) {
      return Optional.of(RejectReason.CELLS_MISSING);
    }
    Instant knownAt = time(row.get(columns.knownAt()));
    String until = SentimentColumns.cell(row, columns.validUntil());
    Instant validUntil = knownAt == null || !until.isEmpty() ? time(until) : knownAt.plus(VALID);
    if (knownAt == null || validUntil == null) {
      return Optional.of(RejectReason.BAD_TIME);
    }
    if (!validUntil.isAfter(knownAt)) {
      return Optional.of(RejectReason.NEVER_VALID);
    }
    if (knownAt.isBefore(newest)) {
      return Optional.of(RejectReason.OUT_OF_ORDER);
    }
    return scored(row, columns, knownAt, validUntil);
  }

  private Optional<RejectReason> scored(
      CSVRecord row, SentimentColumns columns, Instant knownAt, Instant validUntil) {
    double score;
    double confidence;
    try {
      score = Double.parseDouble(row.get(columns.score()).strip());
      confidence = Double.parseDouble(row.get(columns.confidence()).strip());
    } catch (NumberFormatException _) {
      return Optional.of(RejectReason.BAD_SCORE);
    }
    if (!(Math.abs(score) <= 1) || !(confidence >= 0 && confidence <= 1)) {
      return Optional.of(RejectReason.SCORE_OUT_OF_RANGE);
    }
    String source = SentimentColumns.cell(row, columns.source());
    String named = SentimentColumns.cell(row, columns.instrument());
    Optional<InstrumentId> whose = named.isEmpty() ? Optional.of(instrument) : id(named);
    if (source.isEmpty() || whose.isEmpty()) {
      return Optional.of(RejectReason.BAD_NAME);
    }
    if (knownAt.isAfter(newest)) {
      ofThatTime.clear();
      newest = knownAt;
    }
    if (!ofThatTime.add(List.of(source, whose.get()))) {
      return Optional.of(RejectReason.DUPLICATE_TIME);
    }
    if (!whose.get().equals(instrument)) {
      others++;
      return Optional.empty();
    }
    scores.add(
        new SentimentScored(
            instrument, score, confidence, 1, source, knownAt, knownAt, validUntil, List.of()));
    return Optional.empty();
  }

  private static Optional<InstrumentId> id(String text) {
    try {
      return Optional.of(new InstrumentId(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private @Nullable Instant time(String text) {
    if (times == null) {
      times = TimeFormat.of(text, ZoneOffset.UTC).orElse(null);
      if (times instanceof TimeFormat.Text days && !days.name().contains("H")) {
        throw LocalFailure.refused(
            "%s says knownAt is '%s'; allowed: a moment, with its time of day"
                .formatted(file, text.strip()));
      }
    }
    try {
      return times == null ? null : times.read(text);
    } catch (DateTimeException _) {
      return null;
    }
  }
}
