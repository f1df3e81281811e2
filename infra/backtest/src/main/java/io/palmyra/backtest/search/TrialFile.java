package io.palmyra.backtest.search;

import io.palmyra.local.LocalFailure;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The trials that are done, {@value #NAME} of a directory: one row each, in their order, handed to
 * the operating system as each ends. Who is killed leaves whole rows and at most one torn one,
 * which is dropped when the file is opened again. Held by one process at a time; used by one
 * thread.
 */
final class TrialFile implements AutoCloseable {
  static final String NAME = "trials.csv";
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

  private final Path file;
  private final FileChannel channel;
  private final List<Outcome> known;

  private TrialFile(Path file, FileChannel channel, List<Outcome> known) {
    this.file = file;
    this.channel = channel;
    this.known = known;
  }

  /** Opens the one of a directory, or begins it. */
  static TrialFile open(Path directory, Space space) throws IOException {
    Files.createDirectories(directory);
    Path file = directory.resolve(NAME);
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      hold(channel, file);
      long whole = dropTorn(file, channel);
      channel.position(whole);
      var opened = new TrialFile(file, channel, whole == 0 ? List.of() : read(file, space));
      if (whole == 0) {
        opened.write(TrialRow.header(space));
      }
      return opened;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static void hold(FileChannel channel, Path file) throws IOException {
    boolean held;
    try {
      held = channel.tryLock() != null;
    } catch (OverlappingFileLockException _) {
      held = false;
    }
    if (!held) {
      throw LocalFailure.refused("Another search writes " + file + ". Wait for it, or end it.");
    }
  }

  private static long dropTorn(Path file, FileChannel channel) throws IOException {
    byte[] all = Files.readAllBytes(file);
    int whole = all.length;
    while (whole > 0 && all[whole - 1] != '\n') {
      whole--;
    }
    channel.truncate(whole);
    return whole;
  }

  private static List<Outcome> read(Path file, Space space) throws IOException {
    List<Outcome> known = new ArrayList<>();
    String text = Files.readString(file);
    try (CSVParser rows = FORMAT.parse(new StringReader(text))) {
      for (CSVRecord row : rows) {
        if (row.getRecordNumber() == 1) {
          require(row.toList().equals(TrialRow.header(space)), file, 1);
        } else {
          known.add(outcome(row, file, space));
        }
      }
    }
    return known;
  }

  private static Outcome outcome(CSVRecord row, Path file, Space space) {
    try {
      Outcome outcome = TrialRow.read(row.toList(), space);
      require(outcome.trial().number() == row.getRecordNumber() - 1, file, row.getRecordNumber());
      return outcome;
    } catch (IllegalArgumentException _) {
      throw damaged(file, row.getRecordNumber());
    }
  }

  private static void require(boolean holds, Path file, long line) {
    if (!holds) {
      throw damaged(file, line);
    }
  }

  private static LocalFailure damaged(Path file, long line) {
    return LocalFailure.refused(
        "%s, line %d is not what this search writes there. Take another --out."
            .formatted(file, line));
  }

  /** Those that were there when it was opened, from trial 1 on. */
  List<Outcome> known() {
    return known;
  }

  /** Adds the next. */
  void add(Outcome outcome) {
    try {
      write(TrialRow.of(outcome));
    } catch (IOException e) {
      throw LocalFailure.refused(
          "Cannot write %s: %s. The same command goes on where it stopped."
              .formatted(file, e.getMessage()));
    }
  }

  private void write(List<String> row) throws IOException {
    String line = FORMAT.format(row.toArray()) + "\n";
    ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
