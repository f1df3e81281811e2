package io.palmyra.platform.lane;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.palmyra.contracts.topic.Topic;
import io.palmyra.testing.KafkaTestClient;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Records that cannot be applied, on real Kafka and PostgreSQL. */
class LanePoisonIT extends WithLaneWorld {
  @AfterEach
  void forget() {
    try (var kafka = new KafkaTestClient()) {
      kafka.forget(Topic.ACCOUNT_EVENTS);
    }
  }

  @Test
  void stopsThePartitionAndAsksForAHaltWhenAMessageIsMissing() {
    Lane lane = world.lane(account, new Totals(account, world.jdbc), world.publisher);
    world.send(Topic.ACCOUNT_EVENTS, account, world.deposit(account, 1));
    world.send(Topic.ACCOUNT_EVENTS, account, world.deposit(account, 3));
    await()
        .atMost(ofSeconds(20))
        .until(() -> world.haltRequests.contains(account + " SEQUENCE_GAP"));
    assertThat(world.events(account)).isEqualTo(1);
    assertThat(lane.partitions()).isEmpty();
    assertThat(lane.failure()).hasValueSatisfying(text -> assertThat(text).contains("gap on"));
  }

  @Test
  void stopsThePartitionAndAsksForAHaltWhenABookedMessageIsGarbage() {
    world.lane(account, new Totals(account, world.jdbc), world.publisher);
    world.send(Topic.ACCOUNT_EVENTS, account, world.deposit(account, 1));
    world.send(Topic.ACCOUNT_EVENTS, account, "{garbage".getBytes(StandardCharsets.UTF_8));
    world.send(Topic.ACCOUNT_EVENTS, account, world.deposit(account, 2));
    await().atMost(ofSeconds(20)).until(() -> world.haltRequests.contains(account + " POISON"));
    await().during(ofSeconds(1)).until(() -> world.events(account) == 1);
  }

  @Test
  void stopsThePartitionAndAsksForAHaltOfItsAccountsWhenABookedMessageHasNoKey() {
    world.lane(account, new Totals(account, world.jdbc), world.publisher);
    world.send(Topic.ACCOUNT_EVENTS, account, world.deposit(account, 1));
    world.sendWithoutKey(Topic.ACCOUNT_EVENTS, account, world.deposit(account, 2));
    await().atMost(ofSeconds(20)).until(() -> world.haltRequests.contains(account + " POISON"));
    await().during(ofSeconds(1)).until(() -> world.events(account) == 1);
  }

  @Test
  void buriesAGarbageSignalOnceAndGoesOn() {
    world.lane(account, new Totals(account, world.jdbc), world.publisher);
    world.send(Topic.SIGNALS, account, "{garbage".getBytes(StandardCharsets.UTF_8));
    world.send(Topic.ACCOUNT_EVENTS, account, world.deposit(account, 1));
    await().atMost(ofSeconds(20)).until(() -> world.events(account) == 1);
    await()
        .atMost(ofSeconds(10))
        .until(() -> world.readRaw(Topic.SIGNALS.deadLetterName(), account.value()).size() == 1);
    var letter =
        world.codec.decodeDeadLetter(
            world.readRaw(Topic.SIGNALS.deadLetterName(), account.value()).getFirst());
    assertThat(letter.body().toString()).contains("lane-test");
    assertThat(world.haltRequests).isEmpty();
  }
}
