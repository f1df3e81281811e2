package io.palmyra.marketdata.outbound.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** Recorded data and settings for tests. */
final class Recorded {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  private Recorded() {}

  static ReplaySettings settings(Path path, String speed, @Nullable String instrument) {
    return settings(path, speed, instrument, ZoneId.of("UTC"), DataSize.ofMegabytes(64));
  }

  static ReplaySettings settings(
      Path path, String speed, @Nullable String instrument, ZoneId zone, DataSize maximum) {
    return new ReplaySettings(
        path,
        new ReplaySpeed(speed),
        ReplaySettings.Start.WITH_SERVICE,
        instrument,
        zone,
        null,
        new ReplaySettings.Columns(null, null, null, null, null, null),
        null,
        null,
        2,
        Duration.ofMinutes(1),
        maximum);
  }

  static Path zip(Path file, String entry, String content) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    return file;
  }
}
