package io.palmyra.platform.lane;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.palmyra.contracts.topic.Topic;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What can wait for others to share its commit, on real Kafka and PostgreSQL. */
class LanePatienceIT extends WithLaneWorld {
  @Test
  void letsWhatNobodyWaitsForShareTheCommitOfWhatIsUrgent() throws Exception {
    var steps = new CopyOnWriteArrayList<String>();
    Lane lane = patientLane(ofSeconds(60), steps);
    world.send(Topic.ACCOUNT_EVENTS, account, world.deposit(account, 1));
    var first = lane.submit(account, _ -> steps.add("first"), Urgency.SOON);
    var second = lane.submit(account, _ -> steps.add("second"), Urgency.SOON);
    await().during(ofSeconds(1)).until(() -> steps.isEmpty() && world.events(account) == 0);

    lane.submit(account, _ -> steps.add("urgent")).get(10, TimeUnit.SECONDS);

    assertThat(steps).containsExactly("first", "second", "urgent", "committed");
    assertThat(first).isCompleted();
    assertThat(second).isCompleted();
    assertThat(world.events(account)).isEqualTo(1);
  }

  @Test
  void appliesWhatNobodyWaitsForOncePatienceIsOver() throws Exception {
    var steps = new CopyOnWriteArrayList<String>();
    Lane lane = patientLane(Duration.ofMillis(100), steps);

    lane.submit(account, _ -> steps.add("alone"), Urgency.SOON).get(10, TimeUnit.SECONDS);
    world.send(Topic.ACCOUNT_EVENTS, account, world.deposit(account, 1));

    assertThat(steps).containsExactly("alone", "committed");
    await().atMost(ofSeconds(10)).until(() -> world.events(account) == 1);
  }

  @Test
  void losesNothingThatWaitsWhenItStops() throws Exception {
    Lane first = patientLane(ofSeconds(60), new CopyOnWriteArrayList<>());
    world.send(Topic.ACCOUNT_EVENTS, account, world.deposit(account, 1));
    var left = first.submit(account, _ -> true, Urgency.SOON);
    await().during(ofSeconds(1)).until(() -> world.events(account) == 0);

    first.stop();

    assertThat(left).isCompletedExceptionally();
    world.lane(account, new Totals(account, world.jdbc), world.publisher);
    await().atMost(ofSeconds(20)).until(() -> world.events(account) == 1);
  }

  private Lane patientLane(Duration patience, List<String> steps) {
    var handler =
        new Totals(account, world.jdbc) {
          @Override
          public void flush() {
            super.flush();
            if (!steps.isEmpty() && !steps.getLast().equals("committed")) {
              steps.add("committed");
            }
          }
        };
    Lane lane =
        world.started(
            LaneSettings.ofAccount("test", account, LaneGuard.NONE, Topic.ACCOUNT_EVENTS)
                .patient(patience, Topic.ACCOUNT_EVENTS),
            handler,
            world.publisher);
    await().atMost(ofSeconds(20)).until(() -> !lane.partitions().isEmpty());
    return lane;
  }
}
