package io.palmyra.systemtest.chaos;

import io.palmyra.contracts.topic.Topic;
import io.palmyra.local.server.Server;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;

/** All that is done to the brokers of a suite on three of them. */
final class BrokerFaults {
  private static final Duration LONG = Duration.ofSeconds(8);

  /** Heartbeats are stale after three seconds, and half a second more is for the clocks. */
  private static final Duration STOPS_BY_ITSELF = Duration.ofMillis(3500);

  private BrokerFaults() {}

  static List<Fault> all() {
    return List.of(
        new Fault("the broker that leads orders is killed", false, stage -> killed(stage)),
        new Fault(
            "the broker that leads orders is frozen for 8 s",
            false,
            stage -> {
              Server leader = stage.brokers().leaderOf(Topic.ORDERS);
              leader.pause();
              Stage.pause(LONG);
              leader.resume();
              stage.brokers().awaitInSync();
            }),
        new Fault(
            "a halt while the broker that leads control is killed",
            true,
            BrokerFaults::haltedMeanwhile),
        new Fault(
            "two of three brokers are frozen: execution stops by itself",
            true,
            BrokerFaults::twoFrozen),
        new Fault(
            "two of three brokers are killed",
            false,
            stage -> {
              List<Server> two = stage.brokers().all().subList(1, 3);
              two.forEach(Server::kill);
              Stage.pause(LONG);
              stage.brokers().restore(two);
            }),
        new Fault(
            "the brokers are restarted one by one",
            false,
            stage -> stage.brokers().all().forEach(each -> restarted(stage, each))));
  }

  private static void killed(Stage stage) {
    Server leader = stage.brokers().leaderOf(Topic.ORDERS);
    leader.kill();
    Stage.pause(LONG);
    stage.brokers().restore(List.of(leader));
  }

  /** Whether the halt comes through or heartbeats fail to: nothing is sent any more. */
  private static void haltedMeanwhile(Stage stage) {
    Server leader = stage.brokers().leaderOf(Topic.CONTROL);
    leader.kill();
    CompletableFuture<Void> halt =
        CompletableFuture.runAsync(
            () ->
                Awaitility.await("the halt is taken")
                    .atMost(Duration.ofMinutes(1))
                    .ignoreExceptions()
                    .until(
                        () -> {
                          stage.haltAll("while its broker dies");
                          return true;
                        }));
    stage.silentAfter("halted, control's broker killed", STOPS_BY_ITSELF.plusMillis(500), LONG);
    halt.join();
    stage.brokers().restore(List.of(leader));
  }

  private static void twoFrozen(Stage stage) {
    List<Server> two = stage.brokers().all().subList(1, 3);
    two.forEach(Server::pause);
    stage.silentAfter("two of three brokers frozen", STOPS_BY_ITSELF, LONG);
    two.forEach(Server::resume);
    stage.brokers().awaitInSync();
  }

  private static void restarted(Stage stage, Server broker) {
    broker.stop();
    stage.brokers().restore(List.of(broker));
  }
}
