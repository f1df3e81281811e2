package io.palmyra.venue.outbound;

import io.palmyra.core.venue.VenueEvent;
import io.palmyra.core.venue.VenueRecord;
import io.palmyra.platform.codec.SealedJson;
import io.palmyra.venue.VenueProperties;
import io.palmyra.venue.application.Journal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file with one JSON record a line, only ever appended to, forced to disk once a batch. A last
 * line that a crash tore is cut off; a bad line anywhere else stops the venue.
 */
@Component
public final class FileJournal implements Journal {
  private static final Logger LOG = LoggerFactory.getLogger(FileJournal.class);

  private final JsonMapper json = SealedJson.knowing(VenueEvent.class);
  private final Path file;
  private final FileChannel channel;

  /** Opens or creates the journal in the data directory, for this process alone. */
  public FileJournal(VenueProperties settings) {
    Path directory = settings.dataDir();
    this.file = directory.resolve("venue.journal");
    try {
      Files.createDirectories(directory);
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw new IOException("another process has " + file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void replay(Consumer<VenueRecord> to) {
    try {
      byte[] all = Files.readAllBytes(file);
      int start = 0;
      for (int i = 0; i < all.length; i++) {
        if (all[i] == '\n') {
          to.accept(read(all, start, i));
          start = i + 1;
        }
      }
      if (start < all.length) {
        LOG.warn("journal's torn last line cut off bytes={}", all.length - start);
        channel.truncate(start);
        channel.force(true);
      }
      channel.position(start);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private VenueRecord read(byte[] all, int start, int end) {
    try {
      return json.readValue(all, start, end - start, VenueRecord.class);
    } catch (JacksonException e) {
      throw new IllegalStateException("unreadable record at byte " + start + " of " + file, e);
    }
  }

  @Override
  public void append(List<VenueRecord> records) {
    var bytes = new ByteArrayOutputStream(records.size() * 512);
    for (VenueRecord record : records) {
      bytes.writeBytes(json.writeValueAsBytes(record));
      bytes.write('\n');
    }
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes.toByteArray());
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.warn("journal did not close", e);
    }
  }
}
