package io.palmyra.systemtest.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small disk of its own under PostgreSQL, which can be filled; it takes root to make one. */
final class FullDisk implements AutoCloseable {
  private static final int MEGABYTES = 768;

  private final Path disk;
  private final boolean mounted;

  private FullDisk(Path disk, boolean mounted) {
    this.disk = disk;
    this.mounted = mounted;
  }

  /** Mounts it; where that is not allowed the directory stays what it is. */
  static FullDisk under(Path directory) throws IOException {
    Files.createDirectories(directory);
    boolean mounted =
        run(List.of("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "tmpfs"), directory);
    return new FullDisk(directory, mounted);
  }

  /** Leaves not a byte. */
  void fill() {
    if (!mounted) {
      throw new Fault.Impossible("a disk of its own takes root");
    }
    var megabyte = new byte[1024 * 1024];
    try (var out = Files.newOutputStream(ballast())) {
      while (true) {
        out.write(megabyte);
      }
    } catch (IOException e) {
      // It is full.
    }
  }

  /** Makes room again. */
  void empty() {
    try {
      Files.deleteIfExists(ballast());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path ballast() {
    return disk.resolve("ballast");
  }

  @Override
  public void close() {
    if (mounted) {
      run(List.of("umount"), disk);
    }
  }

  private static boolean run(List<String> words, Path directory) {
    var command = new java.util.ArrayList<>(words);
    command.add(directory.toString());
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
