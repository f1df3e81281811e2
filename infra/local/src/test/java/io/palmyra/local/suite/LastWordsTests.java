package io.palmyra.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LastWordsTests {
  @Test
  void givesTheDescriptionOfAFailedStart() {
    String log =
        """
        2026 INFO starting

        ***************************
        APPLICATION FAILED TO START
        ***************************

        Description:

        palmyra.risk.collar is '-1'; allowed: above 0

        """;
    assertThat(LastWords.of(log))
        .isEqualTo("Description:\n\npalmyra.risk.collar is '-1'; allowed: above 0");
  }

  @Test
  void givesItFromAJsonLogToo() {
    String log =
        "{\"level\":\"INFO\",\"message\":\"x\"}\n"
            + "{\"message\":\"\\n****\\nAPPLICATION FAILED TO START\\n****\\n\\nDescription:\\n\\n"
            + "no such setting\\n\",\"level\":\"ERROR\"}\n";
    assertThat(LastWords.of(log)).isEqualTo("Description:\n\nno such setting");
  }

  @Test
  void elseTheLastTwentyLines() {
    String log =
        IntStream.rangeClosed(1, 50).mapToObj(Integer::toString).collect(Collectors.joining("\n"));
    assertThat(LastWords.of(log)).startsWith("31\n").endsWith("\n50");
  }
}
