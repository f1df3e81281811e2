package io.palmyra.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.Message;
import io.palmyra.contracts.alert.AlertRaised;
import io.palmyra.contracts.allocation.CapitalAllocated;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.StrategyInstanceId;
import io.palmyra.contracts.signal.EntryProposed;
import io.palmyra.contracts.signal.ExitProposed;
import io.palmyra.contracts.signal.InputOffset;
import io.palmyra.contracts.signal.OrderRequested;
import io.palmyra.contracts.signal.Signal;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.value.Side;
import io.palmyra.strategy.application.InstanceState;
import io.palmyra.strategy.application.InstanceStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

/** Bars in, signals out, on real Kafka and PostgreSQL; each test has an account of its own. */
class StrategySignalsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final double[] FALLING = {1.1000, 1.0990, 1.0980, 1.0970, 1.0960};

  @Test
  void aCrossBecomesASignalThatNamesItsCauseAndItsInputs() {
    try (var outside = new Outside("cross", "EURUSD");
        var replica = Replica.start(Replica.settings("cross", "EURUSD.SIM", "sma-cross"))) {
      outside.bars(FALLING);
      awaitLive(replica);
      RecordMetadata cross = outside.bars(1.1000);

      Envelope<?> envelope = signals(outside, 1).getFirst();
      var entry = (EntryProposed) envelope.body();
      assertThat(entry.side()).isEqualTo(Side.BUY);
      String input = "bars-" + cross.partition() + "@" + cross.offset();
      assertThat(entry.signalId())
          .isEqualTo(SignalId.of(new StrategyInstanceId("cross-run"), input, 0));
      assertThat(envelope.id()).isEqualTo(entry.signalId().value());
      assertThat(envelope.causationId()).isNotNull();
      assertThat(entry.inputs())
          .contains(new InputOffset("bars", cross.partition(), cross.offset()));
      assertThat(outside.all(Topic.ALLOCATIONS, "cross").getLast().body())
          .isInstanceOfSatisfying(
              CapitalAllocated.class,
              allocated ->
                  assertThat(allocated.capital().get(new StrategyInstanceId("cross-run")))
                      .hasToString("10000.00000000 USD"));
    }
  }

  @Test
  void aRestartForgetsNoPositionAndRepeatsNoSignal() {
    Map<String, Object> settings = Replica.settings("again", "GBPUSD.SIM", "sma-cross");
    try (var outside = new Outside("again", "GBPUSD")) {
      try (var replica = Replica.start(settings)) {
        outside.bars(FALLING);
        awaitLive(replica);
        outside.bars(1.1000);
        Signal entry = (Signal) signals(outside, 1).getFirst().body();
        outside.fill(entry, Side.BUY, "1000", false);
      }
      try (var again = Replica.start(settings)) {
        outside.bars(1.1100);
        awaitLive(again);
        outside.bars(1.0500, 1.0400);
        List<Envelope<? extends Message>> all = signals(outside, 2);
        assertThat(all.get(1).body()).isInstanceOf(ExitProposed.class);
        assertThat(all).extracting(Envelope::id).doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void twoReplicasActAsOneAndOneTakesOver() {
    Map<String, Object> settings = Replica.settings("pair", "USDJPY.SIM", "sma-cross");
    try (var outside = new Outside("pair", "USDJPY")) {
      Replica first = Replica.start(settings);
      try (var second = Replica.start(settings)) {
        outside.bars(110.00, 109.90, 109.80, 109.70, 109.60);
        awaitLive(first, second);
        outside.bars(110.00);
        Signal entry = (Signal) signals(outside, 1).getFirst().body();
        outside.fill(entry, Side.BUY, "1000", false);
        first.close();
        // Whoever is left must act within the time in which a lease changes hands.
        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () -> {
                  outside.bars(105.00);
                  assertThat(outside.signals()).hasSize(2);
                });
        assertThat(outside.signals().get(1).body()).isInstanceOf(ExitProposed.class);
      } finally {
        first.close();
      }
    }
  }

  @Test
  void aPausedInstanceLeavesButDoesNotEnter() throws Exception {
    try (var outside = new Outside("pause", "BTCUSD");
        var replica = Replica.start(Replica.settings("pause", "BTCUSD.SIM", "sma-cross"))) {
      outside.bars(50_000, 49_900, 49_800, 49_700, 49_600);
      awaitLive(replica);
      outside.bars(50_000);
      Signal entry = (Signal) signals(outside, 1).getFirst().body();
      outside.fill(entry, Side.BUY, "0.1", false);
      assertThat(replica.post("/api/v1/strategy-instances/pause-run/pause", "").statusCode())
          .isEqualTo(200);
      awaitPause();
      outside.bars(48_000, 47_000);
      Signal exit = (Signal) signals(outside, 2).getLast().body();
      assertThat(exit).isInstanceOf(ExitProposed.class);
      outside.fill(exit, Side.SELL, "0.1", true);
      outside.bars(51_000, 52_000, 40_000, 39_000);
      awaitPause();
      assertThat(outside.signals()).as("entries while paused").hasSize(2);
      assertThat(replica.post("/api/v1/strategy-instances/pause-run/resume", "").statusCode())
          .isEqualTo(200);
      awaitPause();
      outside.bars(51_000, 52_000);
      assertThat(signals(outside, 3).getLast().body()).isInstanceOf(EntryProposed.class);
    }
  }

  @Test
  void measuringSignalsOnEveryTick() {
    try (var outside = new Outside("measure", "ETHUSD");
        var replica = Replica.start(Replica.settings("measure", "ETHUSD.SIM", "every-tick"))) {
      awaitLive(replica);
      for (int tick = 0; tick < 20; tick++) {
        outside.tick(3000 + tick);
      }
      List<Envelope<? extends Message>> all = signals(outside, 20);
      assertThat(all).allMatch(envelope -> envelope.body() instanceof OrderRequested);
      assertThat(all).extracting(Envelope::id).doesNotHaveDuplicates();
    }
  }

  @Test
  void anUnreadableOrderEventFailsTheInstanceAndAsksForAHalt() {
    try (var outside = new Outside("poison", "USDMYR");
        var replica = Replica.start(Replica.settings("poison", "USDMYR.SIM", "sma-cross"))) {
      awaitLive(replica);
      outside.poison();
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(
                          replica
                              .bean(InstanceStore.class)
                              .find(new StrategyInstanceId("poison-run"))
                              .orElseThrow()
                              .state())
                      .isEqualTo(InstanceState.FAILED));
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(outside.all(Topic.ALERTS, "strategy-service"))
                      .extracting(Envelope::body)
                      .filteredOn(
                          body ->
                              body instanceof AlertRaised alert
                                  && alert.attributes().containsValue("poison"))
                      .extracting(body -> ((AlertRaised) body).code())
                      .contains("HALT_REQUESTED", "STRATEGY_FAILED"));
    }
  }

  private static List<Envelope<? extends Message>> signals(Outside outside, int count) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(outside.signals()).hasSizeGreaterThanOrEqualTo(count));
    List<Envelope<? extends Message>> signals = outside.signals();
    assertThat(signals).hasSize(count);
    return signals;
  }

  private static void awaitLive(Replica... replicas) {
    await()
        .atMost(PATIENCE)
        .until(() -> java.util.Arrays.stream(replicas).anyMatch(Replica::isLive));
  }

  /** Two turns of the fleet and of the loop: what was wanted holds by then. */
  private static void awaitPause() {
    await().pollDelay(Duration.ofMillis(500)).until(() -> true);
  }
}
