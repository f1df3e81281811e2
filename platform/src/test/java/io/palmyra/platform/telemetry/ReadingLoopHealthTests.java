package io.palmyra.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.platform.stream.ReadingLoop;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class ReadingLoopHealthTests {
  record Loop(String name, boolean alive, Optional<String> failure) implements ReadingLoop {}

  private static final Loop WELL = new Loop("ticks", true, Optional.empty());
  private static final Loop LAME = new Loop("orders", true, Optional.of("partition 3 stopped"));
  private static final Loop DEAD = new Loop("control", false, Optional.of("OutOfMemoryError"));

  @Test
  void isUpWhileAllLoopsAreWell() {
    assertThat(status(WELL)).isEqualTo(Status.UP);
    assertThat(status()).isEqualTo(Status.UP);
  }

  @Test
  void isDegradedWhenPartOfALoopStopped() {
    assertThat(status(LAME, WELL)).isEqualTo(ReadingLoopHealth.DEGRADED);
  }

  @Test
  void isDownWhenOneIsDeadWhateverTheOrder() {
    assertThat(status(DEAD, LAME)).isEqualTo(Status.DOWN);
    assertThat(status(LAME, DEAD, WELL)).isEqualTo(Status.DOWN);
  }

  @Test
  void tellsWhichAndWhy() {
    assertThat(new ReadingLoopHealth(() -> List.of(WELL, DEAD)).health().getDetails())
        .containsEntry("ticks", "alive")
        .containsEntry("control", "dead: OutOfMemoryError");
  }

  private static Status status(ReadingLoop... loops) {
    return new ReadingLoopHealth(() -> List.of(loops)).health().getStatus();
  }
}
