package io.palmyra.local.process;

import java.util.List;

/** The words in front of a command that give it a session of its own, without a further process. */
final class OwnSession {
  private static final List<String> PREFIX = find();

  private OwnSession() {}

  static List<String> prefix() {
    return PREFIX;
  }

  private static List<String> find() {
    if (Tools.onPath("setsid").isPresent()) {
      return List.of("setsid");
    }
    if (Tools.onPath("perl").isPresent()) { // macOS
      return List.of("perl", "-e", "use POSIX; POSIX::setsid(); exec @ARGV or exit 127", "--");
    }
    return List.of();
  }
}
