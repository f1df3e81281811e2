package io.palmyra.platform.lane;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.topic.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Kills, pauses, duplicates and reorders, on real Kafka and PostgreSQL. */
class LaneIT extends WithLaneWorld {
  @Test
  void appliesEachMessageOnceThoughDeliveredUpToFiveTimes() {
    world.lane(account, new Totals(account, world.jdbc), world.publisher);
    var random = new Random(7);
    for (long sequence = 1; sequence <= 200; sequence++) {
      for (int copy = random.nextInt(5); copy >= 0; copy--) {
        // A copy of an earlier message at most: what a publisher that took over repeats.
        world.send(
            Topic.ACCOUNT_EVENTS,
            account,
            world.deposit(account, copy == 0 ? sequence : Math.max(1, sequence - copy)));
      }
    }
    await().atMost(ofSeconds(20)).until(() -> world.events(account) == 200);
    await().during(ofSeconds(1)).until(() -> world.events(account) == 200);
    assertThat(world.haltRequests).isEmpty();
  }

  @Test
  void losesAndRepeatsNothingThoughTransactionsFailAtAnyPoint() {
    var random = new Random(11);
    var failing =
        new Totals(account, world.jdbc) {
          @Override
          public void flush() {
            super.flush();
            if (random.nextInt(4) == 0) {
              throw new org.springframework.dao.TransientDataAccessResourceException("killed");
            }
          }
        };
    world.lane(account, failing, world.publisher);
    LongStream.rangeClosed(1, 300)
        .forEach(n -> world.send(Topic.ACCOUNT_EVENTS, account, world.deposit(account, n)));
    await().atMost(ofSeconds(60)).until(() -> world.events(account) == 300);
    await()
        .atMost(ofSeconds(10))
        .until(() -> distinct(world.read(Topic.PORTFOLIO, account)).size() == 300);
    assertThat(distinct(world.read(Topic.PORTFOLIO, account)))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 300).boxed().toList());
  }

  @Test
  void goesOnWhereItWasAfterAStopInTheMiddle() {
    Lane first = world.lane(account, new Totals(account, world.jdbc), world.publisher);
    for (long n = 1; n <= 100; n++) {
      world.send(Topic.ACCOUNT_EVENTS, account, world.deposit(account, n));
      if (n == 40) {
        first.stop();
      }
    }
    world.lane(account, new Totals(account, world.jdbc), world.publisher);
    await().atMost(ofSeconds(20)).until(() -> world.events(account) == 100);
    await()
        .atMost(ofSeconds(10))
        .until(() -> distinct(world.read(Topic.PORTFOLIO, account)).size() == 100);
  }

  @Test
  void aHolderThatWakesFromAPauseWritesNothing() throws Exception {
    var asleep = new CountDownLatch(1);
    var wake = new CountDownLatch(1);
    var sleeper =
        new Totals(account, world.jdbc) {
          @Override
          public void on(LaneRecord record, LaneTransaction transaction) {
            super.on(record, transaction);
            if (record.envelope().sequence() == 3L && wake.getCount() > 0) {
              asleep.countDown();
              try {
                wake.await(30, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            }
          }
        };
    Lane paused = world.lane(account, sleeper, world.publisher);
    LongStream.rangeClosed(1, 3)
        .forEach(n -> world.send(Topic.ACCOUNT_EVENTS, account, world.deposit(account, n)));
    assertThat(asleep.await(20, TimeUnit.SECONDS)).isTrue();

    world.lane(account, new Totals(account, world.jdbc), world.publisher);
    await().atMost(ofSeconds(20)).until(() -> world.events(account) == 3);
    wake.countDown();
    world.send(Topic.ACCOUNT_EVENTS, account, world.deposit(account, 4));
    await().atMost(ofSeconds(20)).until(() -> world.events(account) == 4);

    await().during(ofSeconds(2)).until(() -> world.events(account) == 4);
    await().atMost(ofSeconds(10)).until(() -> paused.partitions().isEmpty());
    var published = world.read(Topic.PORTFOLIO, account);
    assertThat(distinct(published)).containsExactly(1L, 2L, 3L, 4L);
    assertThat(published.stream().map(Envelope::id).distinct()).hasSize(4);
  }

  @Test
  void commandsShareTheLaneAndAnswerAfterTheirCommit() throws Exception {
    var totals = new Totals(account, world.jdbc);
    Lane lane = world.lane(account, totals, world.publisher);
    await().atMost(ofSeconds(20)).until(() -> !lane.partitions().isEmpty());
    var answers = new ArrayList<java.util.concurrent.CompletableFuture<Integer>>();
    for (int i = 0; i < 50; i++) {
      answers.add(lane.submit(account, totals::count));
    }
    for (int i = 0; i < 50; i++) {
      assertThat(answers.get(i).get(10, TimeUnit.SECONDS)).isEqualTo(i + 1);
    }
    assertThat(world.events(account)).isEqualTo(50);
    var refused =
        lane.submit(
            account,
            transaction -> {
              totals.count(transaction);
              throw new IllegalArgumentException("no");
            });
    assertThatThrownBy(() -> refused.get(10, TimeUnit.SECONDS))
        .hasCauseInstanceOf(IllegalArgumentException.class);
    assertThat(world.events(account)).isEqualTo(50);
    lane.stop();
    assertThatThrownBy(() -> lane.submit(account, totals::count).get(5, TimeUnit.SECONDS))
        .hasCauseInstanceOf(NotOwnerException.class);
  }

  @Test
  void twoMembersOfAGroupShareThePartitionsAndOneTakesOverFromAnother() {
    var settings = LaneSettings.ofGroup("group-" + account, Topic.ALLOCATIONS);
    Lane first = world.started(settings, new Totals(account, world.jdbc), world.publisher);
    await().atMost(ofSeconds(20)).until(() -> first.partitions().size() == 8);
    Lane second = world.started(settings, new Totals(account, world.jdbc), world.publisher);
    await()
        .atMost(ofSeconds(20))
        .until(() -> first.partitions().size() == 4 && second.partitions().size() == 4);
    assertThat(first.partitions()).doesNotContainAnyElementsOf(second.partitions());
    first.stop();
    await().atMost(ofSeconds(20)).until(() -> second.partitions().size() == 8);
  }

  @Test
  void waitsForTheDatabaseAndSaysThatItIsNotDeciding() {
    var totals = new Totals(account, world.jdbc);
    world.lane(account, totals, world.publisher);
    world.send(Topic.ACCOUNT_EVENTS, account, world.deposit(account, 1));
    await().atMost(ofSeconds(20)).until(() -> world.events(account) == 1);
    await().atMost(ofSeconds(5)).until(() -> !totals.lastTurn.isEmpty());

    LaneWorld.SERVERS.postgres().kill();
    world.send(Topic.ACCOUNT_EVENTS, account, world.deposit(account, 2));
    await().atMost(ofSeconds(20)).until(() -> totals.lastTurn.isEmpty());
    LaneWorld.SERVERS.postgres().start();
    await()
        .atMost(ofSeconds(40))
        .ignoreExceptions()
        .until(() -> world.events(account) == 2 && !totals.lastTurn.isEmpty());
    assertThat(world.haltRequests).isEmpty();
  }

  @Test
  void appliesTheBacklogOfWhatItLearnsFromBeforeAnythingElse() {
    for (int n = 1; n <= 60; n++) {
      world.send(Topic.SIGNALS, account, world.cancel(account, n));
      world.send(Topic.ACCOUNT_EVENTS, account, world.deposit(account, n));
    }
    // Both ways round: by chance alone one of them comes first.
    assertThat(backlogLearningFrom(Topic.ACCOUNT_EVENTS, "deposits-first"))
        .containsExactly(Topic.ACCOUNT_EVENTS, Topic.SIGNALS);
    assertThat(backlogLearningFrom(Topic.SIGNALS, "signals-first"))
        .containsExactly(Topic.SIGNALS, Topic.ACCOUNT_EVENTS);
  }

  /** The topics in the order in which a lane that begins anew goes through them. */
  private List<Topic> backlogLearningFrom(Topic first, String name) {
    var seen = new CopyOnWriteArrayList<Topic>();
    var handler =
        new Totals(account, world.jdbc) {
          @Override
          public void on(LaneRecord record, LaneTransaction transaction) {
            seen.add(record.topic());
          }
        };
    Lane lane =
        world.started(
            LaneSettings.ofAccount(
                    name, account, LaneGuard.NONE, Topic.SIGNALS, Topic.ACCOUNT_EVENTS)
                .learningFirstFrom(first),
            handler,
            world.publisher);
    await().atMost(ofSeconds(20)).until(() -> seen.size() == 120);
    lane.stop();
    return changes(seen);
  }

  private static List<Topic> changes(List<Topic> seen) {
    var changes = new ArrayList<Topic>();
    for (Topic topic : seen) {
      if (changes.isEmpty() || changes.getLast() != topic) {
        changes.add(topic);
      }
    }
    return changes;
  }

  private static List<Long> distinct(List<? extends Envelope<?>> published) {
    return published.stream().map(Envelope::sequence).distinct().toList();
  }
}
