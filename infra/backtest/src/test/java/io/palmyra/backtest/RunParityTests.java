package io.palmyra.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunParityTests {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private final PrintStream before = System.err;

  @BeforeEach
  void listen() {
    System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void giveBack() {
    System.setErr(before);
  }

  private int run(String... options) {
    return Programs.run(
        new RunParity(
            new PrintStream(told, true, StandardCharsets.UTF_8), InstantSource.fixed(NOON)),
        Stream.concat(Stream.of("--bootstrap=localhost:1"), Stream.of(options))
            .toArray(String[]::new));
  }

  @Test
  void wrongOptionsAreToldWithWhatIsAllowed() {
    assertThat(run("--account=no account")).isEqualTo(2);
    assertThat(run("--date=2026-11-21")).isEqualTo(2);
    assertThat(told.toString(StandardCharsets.UTF_8))
        .contains("--account is 'no account'; allowed: ")
        .contains("--date is '2026-11-21'; allowed: a day that has begun");
  }

  @Test
  void aSuiteThatDoesNotAnswerIsNotRunning() {
    assertThat(run()).isEqualTo(3);
    assertThat(told.toString(StandardCharsets.UTF_8)).contains("Kafka does not answer");
  }
}
