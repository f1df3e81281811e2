package io.palmyra.backtest.history;

import io.palmyra.backtest.history.ImportReport.Rejected;
import io.palmyra.local.LocalFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads quotes from a file of separated values whose header names time, bid and ask, plain or
 * packed with gzip; or from one of LEAN's zipped days of quote ticks, or a directory of such files
 * in the order of their names. Every row is taken as it stands or rejected with its reason.
 */
public final class TickImport {
  private static final Pattern LEAN = Pattern.compile("(\\d{8})_.*quote.*\\.csv");
  private static final int MOST_DECIMALS = 8;

  private final ZoneId zone;
  private final MessageDigest digest = CsvImport.sha256();
  private final List<Row> rows = new ArrayList<>();
  private final List<Rejected> rejected = new ArrayList<>();
  private Map<String, String> names = Map.of();
  private String timeFormat = "";
  private int read;

  private record Row(
      Instant time, BigDecimal bid, BigDecimal ask, BigDecimal bidSize, BigDecimal askSize) {}

  private TickImport(ZoneId zone) {
    this.zone = zone;
  }

  /** Whether a file is one of quotes: LEAN's, or one whose header has a bid and an ask. */
  public static boolean isQuotes(Path path) {
    if (Files.isDirectory(path) || path.toString().endsWith(".zip")) {
      return true;
    }
    try (BufferedReader text = text(path, Files.newInputStream(path));
        CSVParser parser = CSVFormat.DEFAULT.parse(text)) {
      var records = parser.iterator();
      return records.hasNext() && QuoteColumns.of(records.next().toList()).isPresent();
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  /**
   * Reads a file, or all of a directory.
   *
   * @param zone in which times are meant where they do not say so
   * @throws LocalFailure if there is no quote
   */
  public static ImportedTicks read(Path path, ZoneId zone) {
    try {
      return new TickImport(zone).read(path);
    } catch (IOException | UncheckedIOException e) {
      throw LocalFailure.refused(path + " can't be read: " + e.getMessage());
    }
  }

  private ImportedTicks read(Path path) throws IOException {
    for (Path file : files(path)) {
      readFile(file);
    }
    if (rows.isEmpty()) {
      throw LocalFailure.refused(path + " has no row that is a quote with a time, a bid, an ask");
    }
    int scale = 0;
    int sizeScale = 0;
    for (Row row : rows) {
      scale = Math.max(scale, Math.max(row.bid().scale(), row.ask().scale()));
      sizeScale = Math.max(sizeScale, Math.max(row.bidSize().scale(), row.askSize().scale()));
    }
    var ticks = Ticks.builder(scale, sizeScale);
    for (Row row : rows) {
      ticks.add(
          row.time(),
          units(row.bid(), scale),
          units(row.ask(), scale),
          units(row.bidSize(), sizeScale),
          units(row.askSize(), sizeScale));
    }
    var report =
        new ImportReport(
            path.toString(),
            HexFormat.of().formatHex(digest.digest()),
            names,
            timeFormat,
            false,
            read,
            rows.size(),
            rejected,
            null,
            rows.getFirst().time(),
            rows.getLast().time(),
            scale,
            sizeScale,
            0,
            List.of());
    return new ImportedTicks(ticks.build(), report);
  }

  private static List<Path> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries
          .filter(file -> file.toString().matches(".*\\.(csv|csv\\.gz|zip)"))
          .sorted()
          .toList();
    }
  }

  private void readFile(Path file) throws IOException {
    try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
      if (!file.toString().endsWith(".zip")) {
        table(file, text(file, bytes), null);
        return;
      }
      var zip = new ZipInputStream(bytes);
      for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
        Matcher lean = LEAN.matcher(each.getName());
        if (!lean.matches()) {
          throw new IOException(each.getName() + " is no day of quotes as LEAN names them");
        }
        table(
            file,
            new BufferedReader(new InputStreamReader(zip, StandardCharsets.UTF_8)),
            LocalDate.parse(lean.group(1), DateTimeFormatter.BASIC_ISO_DATE));
      }
    }
  }

  static BufferedReader text(Path file, InputStream bytes) throws IOException {
    InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
    return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), 1 << 16);
  }

  @SuppressWarnings("resource") // What it reads is closed by who opened it.
  private void table(Path file, BufferedReader text, @Nullable LocalDate day) throws IOException {
    var records = CSVFormat.DEFAULT.parse(text).iterator();
    QuoteColumns columns = QuoteColumns.lean();
    Function<String, Instant> times = null;
    if (day == null) {
      List<String> header = records.hasNext() ? records.next().toList() : List.of();
      columns =
          QuoteColumns.of(header)
              .orElseThrow(
                  () ->
                      LocalFailure.refused(
                          "%s has no columns for time, bid and ask: its header is '%s'"
                              .formatted(file, String.join(",", header))));
    } else {
      Instant midnight = day.atStartOfDay(zone).toInstant();
      times = millis -> midnight.plusMillis(Long.parseLong(millis.strip()));
      timeFormat = "milliseconds since midnight";
    }
    names = columns.names();
    while (records.hasNext()) {
      CSVRecord record = records.next();
      if (times == null && record.size() > columns.time()) {
        TimeFormat format = TimeFormat.of(record.get(columns.time()), zone).orElse(null);
        times = format == null ? null : format::read;
        timeFormat = format == null ? "" : format.name();
      }
      take(record, columns, times);
    }
  }

  private void take(
      CSVRecord record, QuoteColumns columns, @Nullable Function<String, Instant> times) {
    read++;
    String text = String.join(",", record.toList());
    long line = record.getParser().getCurrentLineNumber();
    if (record.size() <= columns.last()) {
      rejected.add(new Rejected(line, RejectReason.CELLS_MISSING, text));
      return;
    }
    Optional<Instant> time = time(times, record.get(columns.time()));
    Row row = time.map(at -> row(at, record, columns)).orElse(null);
    if (time.isEmpty()) {
      rejected.add(new Rejected(line, RejectReason.BAD_TIME, text));
    } else if (row == null) {
      rejected.add(new Rejected(line, RejectReason.BAD_NUMBER, text));
    } else {
      wrong(row)
          .ifPresentOrElse(why -> rejected.add(new Rejected(line, why, text)), () -> rows.add(row));
    }
  }

  private Optional<RejectReason> wrong(Row row) {
    boolean negative = row.bidSize().signum() < 0 || row.askSize().signum() < 0;
    if (row.bid().signum() <= 0 || row.ask().signum() <= 0 || negative) {
      return Optional.of(RejectReason.OUT_OF_RANGE);
    }
    if (row.bid().compareTo(row.ask()) > 0) {
      return Optional.of(RejectReason.CROSSED);
    }
    return !rows.isEmpty() && row.time().isBefore(rows.getLast().time())
        ? Optional.of(RejectReason.OUT_OF_ORDER)
        : Optional.empty();
  }

  private static Optional<Instant> time(@Nullable Function<String, Instant> times, String text) {
    try {
      return times == null ? Optional.empty() : Optional.of(times.apply(text));
    } catch (DateTimeException | NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static @Nullable Row row(Instant time, CSVRecord record, QuoteColumns columns) {
    try {
      return new Row(
          time,
          number(record.get(columns.bid())),
          number(record.get(columns.ask())),
          columns.bidSize() < 0 ? BigDecimal.ZERO : number(record.get(columns.bidSize())),
          columns.askSize() < 0 ? BigDecimal.ZERO : number(record.get(columns.askSize())));
    } catch (NumberFormatException _) {
      return null;
    }
  }

  private static BigDecimal number(String text) {
    var number = new BigDecimal(text.strip());
    BigDecimal plain = number.scale() < 0 ? number.setScale(0) : number;
    if (plain.scale() > MOST_DECIMALS) {
      throw new NumberFormatException(text + " has more than " + MOST_DECIMALS + " decimals");
    }
    return plain;
  }

  private static long units(BigDecimal number, int scale) {
    return number.setScale(scale).unscaledValue().longValueExact();
  }
}
