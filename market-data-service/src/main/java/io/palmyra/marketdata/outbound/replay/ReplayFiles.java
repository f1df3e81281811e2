package io.palmyra.marketdata.outbound.replay;

import io.palmyra.contracts.instrument.InstrumentDefined;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The files that a replay reads: one, or those of a directory by their names. Nothing is unpacked
 * to disk, links that leave the directory are not followed, and what unpacks to too much is cut.
 */
final class ReplayFiles {
  private static final Pattern LEAN_TICKS = Pattern.compile("(\\d{8})_.*tick_quote\\.csv");
  private static final long MOST_EXPANSION = 200;
  private static final long ALWAYS_ALLOWED = 16L << 20;

  private final ReplaySettings settings;

  ReplayFiles(ReplaySettings settings) {
    this.settings = settings;
  }

  /**
   * The files in order.
   *
   * @throws IOException if there is none
   */
  List<Path> list() throws IOException {
    Path root = settings.path().toRealPath();
    if (Files.isRegularFile(root)) {
      return List.of(root);
    }
    try (Stream<Path> entries = Files.list(root)) {
      List<Path> files =
          entries.filter(file -> isData(file) && staysIn(root, file)).sorted().toList();
      if (files.isEmpty()) {
        throw new IOException(
            settings.path() + " holds no file that ends in .csv, .csv.gz or .zip");
      }
      return files;
    }
  }

  /** Opens a file of either kind. */
  TickSource open(Path file, InstrumentDefined instrument) throws IOException {
    InputStream raw = Files.newInputStream(file);
    try {
      return open(file, raw, instrument);
    } catch (IOException e) {
      raw.close();
      throw e;
    } catch (RuntimeException e) {
      raw.close();
      throw new IOException("cannot be opened: " + e.getMessage(), e);
    }
  }

  private TickSource open(Path file, InputStream raw, InstrumentDefined instrument)
      throws IOException {
    String name = nameOf(file);
    long maximum =
        Math.min(
            settings.maximumFileSize().toBytes(),
            Math.max(ALWAYS_ALLOWED, Files.size(file) * MOST_EXPANSION));
    if (name.endsWith(".zip")) {
      var zip = new ZipInputStream(raw);
      ZipEntry entry = zip.getNextEntry();
      if (entry == null || entry.isDirectory()) {
        throw new IOException("is not a zip file with one table in it");
      }
      name = entry.getName().toLowerCase(Locale.ROOT);
      return table(name, new BoundedInput(zip, maximum), instrument);
    }
    if (name.endsWith(".gz")) {
      return table(name, new BoundedInput(new GZIPInputStream(raw), maximum), instrument);
    }
    return table(name, raw, instrument);
  }

  private TickSource table(String name, InputStream in, InstrumentDefined instrument)
      throws IOException {
    var lines = new LineReader(in);
    Matcher lean = LEAN_TICKS.matcher(name);
    if (lean.matches()) {
      LocalDate date = LocalDate.parse(lean.group(1), DateTimeFormatter.BASIC_ISO_DATE);
      return new LeanQuoteTicks(lines, instrument, date, settings.zone());
    }
    return new OhlcvBars(lines, instrument, settings);
  }

  private static boolean isData(Path file) {
    String name = nameOf(file);
    return !name.startsWith(".")
        && (name.endsWith(".csv") || name.endsWith(".csv.gz") || name.endsWith(".zip"));
  }

  private static boolean staysIn(Path root, Path file) {
    try {
      Path real = file.toRealPath();
      return Files.isRegularFile(real) && real.startsWith(root);
    } catch (IOException e) {
      return false;
    }
  }

  static String nameOf(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
  }
}
