package io.palmyra.backtest.history;

import io.palmyra.backtest.history.ImportReport.Rejected;
import io.palmyra.local.LocalFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads bars from a file of separated values whose first line names its columns, plain or packed
 * with gzip. Every row is taken as it stands or rejected with its reason; nothing is repaired.
 */
public final class CsvImport {
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final Path file;
  private final ZoneId zone;
  private final @Nullable String timePattern;
  private final List<Rejected> rejected = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private @Nullable TimeFormat times;
  private int read;

  /** A row that was taken so far. */
  record Row(long line, Instant time, Decimals numbers, String text) {}

  private CsvImport(Path file, ZoneId zone, @Nullable String timePattern) {
    this.file = file;
    this.zone = zone;
    this.timePattern = timePattern;
  }

  /**
   * Reads a file.
   *
   * @param zone in which its times are meant where they do not say so
   * @param timePattern of its times, such as {@code dd/MM/yyyy}; null to find it out
   * @throws LocalFailure if it has no columns for bars, or no row whose time can be read
   */
  public static Imported read(Path file, ZoneId zone, @Nullable String timePattern) {
    try {
      return new CsvImport(file, zone, timePattern).read();
    } catch (IOException | UncheckedIOException e) {
      throw LocalFailure.refused(file + " can't be read: " + e.getMessage());
    }
  }

  private Imported read() throws IOException {
    MessageDigest digest = sha256();
    Columns columns;
    try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest);
        CSVParser parser = CSVFormat.DEFAULT.parse(text(bytes))) {
      var records = parser.iterator();
      if (!records.hasNext()) {
        throw LocalFailure.refused(file + " is empty");
      }
      columns = Columns.of(file.toString(), records.next().toList());
      records.forEachRemaining(record -> take(record, columns));
    }
    if (times == null) {
      throw LocalFailure.refused(
          file + " has no row whose time can be read; say how with --time-format and --zone");
    }
    return new Assembly(rows, rejected)
        .imported(
            file.toString(),
            HexFormat.of().formatHex(digest.digest()),
            columns.names(),
            times.name(),
            read);
  }

  private BufferedReader text(InputStream bytes) throws IOException {
    InputStream plain =
        file.getFileName().toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
    var reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), 1 << 16);
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    return reader;
  }

  private void take(CSVRecord record, Columns columns) {
    long line = record.getParser().getCurrentLineNumber();
    String text = String.join(",", record.toList());
    if (text.isBlank()) {
      return;
    }
    read++;
    if (record.size() <= columns.last()) {
      rejected.add(new Rejected(line, RejectReason.CELLS_MISSING, text));
      return;
    }
    Optional<Instant> time = time(record.get(columns.time()));
    if (time.isEmpty()) {
      rejected.add(new Rejected(line, RejectReason.BAD_TIME, text));
      return;
    }
    Optional<Decimals> numbers = Decimals.of(record, columns);
    if (numbers.isEmpty()) {
      rejected.add(new Rejected(line, RejectReason.BAD_NUMBER, text));
      return;
    }
    Optional<RejectReason> wrong = numbers.get().wrong();
    if (wrong.isPresent()) {
      rejected.add(new Rejected(line, wrong.get(), text));
    } else {
      rows.add(new Row(line, time.get(), numbers.get(), text));
    }
  }

  private Optional<Instant> time(String text) {
    if (times == null) {
      times =
          timePattern == null
              ? TimeFormat.of(text, zone).orElse(null)
              : TimeFormat.pattern(timePattern, zone);
    }
    try {
      return times == null ? Optional.empty() : Optional.of(times.read(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
