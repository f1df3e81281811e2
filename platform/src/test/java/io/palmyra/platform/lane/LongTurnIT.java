package io.palmyra.platform.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.palmyra.contracts.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A backlog whose messages take long: no transaction may last until all of it is applied. */
class LongTurnIT extends WithLaneWorld {
  private static final int BACKLOG = 60;

  @Test
  void aLongBacklogIsCommittedInSlicesAndTheHandlerHearsOfEachTurnBetween() {
    for (long sequence = 1; sequence <= BACKLOG; sequence++) {
      world.send(Topic.ACCOUNT_EVENTS, account, world.deposit(account, sequence));
    }
    List<String> steps = new CopyOnWriteArrayList<>();
    world.lane(account, slow(steps), world.publisher);

    await().atMost(Duration.ofSeconds(20)).until(() -> world.events(account) == BACKLOG);

    // At 30 ms each, a transaction takes two and is full.
    assertThat(recordsBetween("flush", steps)).hasSizeGreaterThanOrEqualTo(BACKLOG / 2);
    assertThat(recordsBetween("flush", steps)).allMatch(records -> records <= 2);
    assertThat(recordsBetween("turned", steps)).allMatch(records -> records <= 2);
    assertThat(world.read(Topic.PORTFOLIO, account).stream().map(envelope -> envelope.sequence()))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, BACKLOG).boxed().toList());
  }

  private Totals slow(List<String> steps) {
    return new Totals(account, world.jdbc) {
      @Override
      public void on(LaneRecord record, LaneTransaction transaction) {
        super.on(record, transaction);
        world.pass(Duration.ofMillis(30));
        steps.add("record");
      }

      @Override
      public void flush() {
        super.flush();
        steps.add("flush");
      }

      @Override
      public void turned(Set<Integer> partitions) {
        super.turned(partitions);
        steps.add("turned");
      }
    };
  }

  /** How many records came between one step of a kind and the next, where any did. */
  private static List<Integer> recordsBetween(String kind, List<String> steps) {
    var counts = new ArrayList<Integer>();
    int records = 0;
    for (String step : steps) {
      if (step.equals("record")) {
        records++;
      } else if (step.equals(kind) && records > 0) {
        counts.add(records);
        records = 0;
      }
    }
    return counts;
  }
}
