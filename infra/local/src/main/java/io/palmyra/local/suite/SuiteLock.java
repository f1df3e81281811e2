package io.palmyra.local.suite;

import io.palmyra.local.ExitCode;
import io.palmyra.local.LocalFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Held by the one run of a data directory. The operating system lets go of it when the process
 * ends, in whatever way.
 */
final class SuiteLock implements AutoCloseable {
  private final FileChannel channel;

  private SuiteLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes it, or refuses with one message. */
  static SuiteLock take(SuiteHome home) {
    try {
      Files.createDirectories(home.data());
      FileChannel channel =
          FileChannel.open(home.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw LocalFailure.refused(
            "Palmyra already runs on "
                + home.data()
                + ". See './palmyra status', or end it with './palmyra stop'.");
      }
      return new SuiteLock(channel);
    } catch (IOException e) {
      throw new LocalFailure(
          ExitCode.REFUSED, "Cannot write to " + home.data() + ": " + e.getMessage(), e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
