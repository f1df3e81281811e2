package io.palmyra.execution.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.topic.Topic;
import io.palmyra.testing.FullForm;
import io.palmyra.testing.Seeded;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole flow under crashes, pauses, repeats and losses, seed by seed. */
class SuiteSimulationTests {
  private static final int SEEDS =
      Integer.getInteger("simulation.seeds", FullForm.isWanted() ? 2_000 : 1_000);
  private static final int TELL_EVERY = 1_000;

  @BeforeAll
  static void beQuiet() {
    SimulationLog.quiet(true);
  }

  @AfterAll
  static void speakAgain() {
    SimulationLog.quiet(false);
  }

  @Test
  void everyInvariantHoldsWhateverHappens() {
    var seeds = new AtomicInteger();
    var fills = new AtomicInteger();
    Seeded.run(
        SEEDS,
        seed -> {
          World world = World.lived(seed.nextLong(), Wiring.SOUND);
          fills.addAndGet(world.oracle().fills());
          if (seeds.incrementAndGet() % TELL_EVERY == 0) {
            System.out.printf(
                "simulated %d of %d seeds, %d fills%n", seeds.get(), SEEDS, fills.get());
          }
        });
    assertThat(fills.get()).as("fills, so that there was something to go wrong").isPositive();
  }

  @Test
  void sameSeedGivesTheSameMessages() {
    Seeded.run(
        20,
        seed -> {
          long same = seed.nextLong();
          assertThat(messages(same)).isEqualTo(messages(same));
        });
  }

  private static List<String> messages(long seed) {
    World world = World.lived(seed, Wiring.SOUND);
    return Arrays.stream(Topic.values())
        .flatMap(topic -> world.topics().log(topic).stream())
        .map(Object::toString)
        .toList();
  }
}
