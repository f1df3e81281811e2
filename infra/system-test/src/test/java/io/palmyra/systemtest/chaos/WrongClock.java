package io.palmyra.systemtest.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Other clocks for one process, by Debian's libfaketime: what its environment must have. */
final class WrongClock {
  private static final String LIBRARY = "LD_PRELOAD";
  private static final List<Path> PLACES =
      List.of(
          Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1"),
          Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1"));

  private WrongClock() {}

  /**
   * One that is off from the start.
   *
   * @param off by how much, below zero for a clock that is behind
   * @throws Fault.Impossible if the library is not there
   */
  static Map<String, String> off(Duration off) {
    return Map.of(LIBRARY, library(), "FAKETIME", "%+ds".formatted(off.toSeconds()));
  }

  /**
   * One that runs too fast or too slowly, as an oscillator does that is off: wall and monotonic
   * time alike.
   *
   * @param speed 1 is right
   * @throws Fault.Impossible if the library is not there
   */
  static Map<String, String> atSpeed(double speed) {
    return Map.of(LIBRARY, library(), "FAKETIME", String.format(Locale.ROOT, "+0 x%.2f", speed));
  }

  /** A wall clock that jumps while its process lives; monotonic time goes on as it does. */
  static final class Jumping {
    private final Path file;

    /**
     * @throws Fault.Impossible if the library is not there
     */
    Jumping() {
      library();
      try {
        file = Files.createTempDirectory("palmyra-clock").resolve("offset");
      } catch (IOException e) {
        throw new UncheckedIOException("no directory for a clock", e);
      }
      jump(Duration.ZERO);
    }

    Map<String, String> variables() {
      return Map.of(
          LIBRARY,
          library(),
          "FAKETIME_TIMESTAMP_FILE",
          file.toString(),
          "FAKETIME_CACHE_DURATION",
          "1",
          "DONT_FAKE_MONOTONIC",
          "1",
          // Else each timed wait of a right monotonic clock ends at once.
          "FAKETIME_FORCE_MONOTONIC_FIX",
          "0");
    }

    /** To the right time and so much, within a second. */
    void jump(Duration off) {
      try {
        Path next = file.resolveSibling("next");
        Files.writeString(next, "%+d%n".formatted(off.toSeconds()));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        throw new UncheckedIOException("the clock's file cannot be written", e);
      }
    }
  }

  private static String library() {
    return PLACES.stream()
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(
            () -> new Fault.Impossible("it takes libfaketime: apt-get install libfaketime"))
        .toString();
  }
}
