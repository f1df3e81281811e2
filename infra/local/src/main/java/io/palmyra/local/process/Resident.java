package io.palmyra.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Memory that a process and its children hold in RAM, in bytes; 0 where it cannot be told. */
public final class Resident {
  private Resident() {}

  /** Of a process with all its descendants; what they share is counted once. */
  public static long bytes(long pid) {
    if (pid == 0) {
      return 0;
    }
    Stream<Long> descendants =
        ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants).map(ProcessHandle::pid);
    long children = descendants.mapToLong(child -> field(child, "smaps_rollup", "Pss:")).sum();
    return own(pid, children > 0) + children;
  }

  /** Of a process without its children. */
  public static long alone(long pid) {
    return own(pid, false);
  }

  private static long own(long pid, boolean shares) {
    long proportional = shares ? field(pid, "smaps_rollup", "Pss:") : 0;
    long resident = proportional > 0 ? proportional : field(pid, "status", "VmRSS:");
    return resident > 0 ? resident : fromPs(pid);
  }

  private static long field(long pid, String file, String name) {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), file))) {
      return lines
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException | java.io.UncheckedIOException e) {
      return 0;
    }
  }

  private static long fromPs(long pid) {
    try {
      Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
      String text =
          new String(ps.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII)
              .strip();
      return text.matches("[0-9]+") ? Long.parseLong(text) * 1024 : 0;
    } catch (IOException e) {
      return 0;
    }
  }
}
