package io.palmyra.platform.lane;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.platform.stream.Publisher;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a lane publishes, on real Kafka and PostgreSQL. */
class LanePublishingIT extends WithLaneWorld {
  @Test
  void publishesInOrderWithAGaplessSequence() {
    world.lane(account, new Totals(account, world.jdbc), world.publisher);
    LongStream.rangeClosed(1, 500)
        .forEach(n -> world.send(Topic.ACCOUNT_EVENTS, account, world.deposit(account, n)));
    await().atMost(ofSeconds(20)).until(() -> world.read(Topic.PORTFOLIO, account).size() == 500);
    assertThat(world.read(Topic.PORTFOLIO, account).stream().map(Envelope::sequence))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 500).boxed().toList());
    await()
        .atMost(ofSeconds(10))
        .until(() -> world.jdbc.queryForObject("select count(*) from outbox", Long.class) == 1L);
  }

  @Test
  void nothingOvertakesAMessageThatCouldNotBeSent() {
    Publisher faltering =
        world.publisher(FalteringProducer.over(world.clients, Set.of(3, 20, 60, 130, 131)));
    world.lane(account, new Totals(account, world.jdbc), faltering);
    LongStream.rangeClosed(1, 300)
        .forEach(n -> world.send(Topic.ACCOUNT_EVENTS, account, world.deposit(account, n)));
    await().atMost(ofSeconds(40)).until(() -> world.events(account) == 300);
    await()
        .atMost(ofSeconds(20))
        .until(() -> distinct(world.read(Topic.PORTFOLIO, account)).size() == 300);

    long last = 0;
    for (Envelope<?> each : world.read(Topic.PORTFOLIO, account)) {
      assertThat(each.sequence()).as("after %s", last).isLessThanOrEqualTo(last + 1);
      last = Math.max(last, each.sequence());
    }
    faltering.close();
  }

  @Test
  void theNextOwnerPublishesWhatAnOwnerCommittedButCouldNotSend() {
    var unreachable =
        new io.palmyra.platform.stream.KafkaClients(Map.of("bootstrap.servers", "127.0.0.1:1"))
            .producer(
                Map.of("max.block.ms", 200, "delivery.timeout.ms", 400, "request.timeout.ms", 300));
    Publisher cut = world.publisher(unreachable);
    Lane first = world.lane(account, new Totals(account, world.jdbc), cut);
    LongStream.rangeClosed(1, 5)
        .forEach(n -> world.send(Topic.ACCOUNT_EVENTS, account, world.deposit(account, n)));
    await().atMost(ofSeconds(20)).until(() -> world.events(account) >= 1);
    first.stop();
    assertThat(world.read(Topic.PORTFOLIO, account)).isEmpty();

    world.lane(account, new Totals(account, world.jdbc), world.publisher);
    await().atMost(ofSeconds(20)).until(() -> world.events(account) == 5);
    await()
        .atMost(ofSeconds(10))
        .until(() -> distinct(world.read(Topic.PORTFOLIO, account)).size() == 5);
    cut.close();
  }

  @Test
  void publishesNothingOfATransactionThatRolledBack() {
    var refusing =
        new Totals(account, world.jdbc) {
          @Override
          public void on(LaneRecord record, LaneTransaction transaction) {
            super.on(record, transaction);
            if (record.envelope().sequence() == 2L) {
              throw new IllegalStateException("cannot be applied");
            }
          }
        };
    world.lane(account, refusing, world.publisher);
    LongStream.rangeClosed(1, 3)
        .forEach(n -> world.send(Topic.ACCOUNT_EVENTS, account, world.deposit(account, n)));
    await().atMost(ofSeconds(20)).until(() -> world.haltRequests.contains(account + " POISON"));
    assertThat(distinct(world.read(Topic.PORTFOLIO, account))).containsExactly(1L);
    assertThat(world.events(account)).isEqualTo(1);
  }

  private static List<Long> distinct(List<? extends Envelope<?>> published) {
    return published.stream().map(Envelope::sequence).distinct().toList();
  }
}
