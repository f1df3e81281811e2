package io.palmyra.bench.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a day of quote ticks at an even rate, as a recorded day is fed to market-data. */
public final class TickFile {
  private static final int TEN_O_CLOCK = 10 * 3600 * 1000;

  private final Path directory;
  private LocalDate day = LocalDate.of(2024, 1, 1);

  /** Writes into a directory that market-data replays. */
  public TickFile(Path directory) {
    this.directory = directory;
  }

  /** Replaces what is in the directory by the next working day. */
  public void write(int perSecond, int ticks) throws IOException {
    try (DirectoryStream<Path> old = Files.newDirectoryStream(directory)) {
      for (Path file : old) {
        Files.delete(file);
      }
    }
    do {
      day = day.plusDays(1);
    } while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY);
    String date = day.format(DateTimeFormatter.BASIC_ISO_DATE);
    try (var zip =
        new ZipOutputStream(Files.newOutputStream(directory.resolve(date + "_quote.zip")))) {
      zip.putNextEntry(new ZipEntry(date + "_eurusd_tick_quote.csv"));
      for (int i = 0; i < ticks; i++) {
        long millis = TEN_O_CLOCK + i * 1000L / perSecond;
        // A small triangle around 1.08500, so that no price filter has a reason to interfere.
        int wave = Math.abs(i % 40 - 20);
        String row =
            String.format(Locale.ROOT, "%d,1.%05d,1.%05d%n", millis, 8500 + wave, 8502 + wave);
        zip.write(row.getBytes(StandardCharsets.US_ASCII));
      }
    }
  }
}
