package io.palmyra.systemtest.chaos;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Another wall clock for one process, by Debian's libfaketime. */
final class WrongClock {
  private static final List<Path> PLACES =
      List.of(
          Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1"),
          Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1"));

  private WrongClock() {}

  /**
   * What a process must find in its environment when it starts.
   *
   * @param off by how much, below zero for a clock that is behind
   * @throws Fault.Impossible if the library is not there
   */
  static Map<String, String> off(Duration off) {
    Path library =
        PLACES.stream()
            .filter(Files::exists)
            .findFirst()
            .orElseThrow(
                () -> new Fault.Impossible("it takes libfaketime: apt-get install libfaketime"));
    return Map.of("LD_PRELOAD", library.toString(), "FAKETIME", "%+ds".formatted(off.toSeconds()));
  }
}
