package io.palmyra.core.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palmyra.contracts.control.ControlMessage;
import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.contracts.control.HaltMode;
import io.palmyra.contracts.control.HaltScope;
import io.palmyra.contracts.control.HaltStatus;
import io.palmyra.contracts.control.RiskHeartbeat;
import io.palmyra.contracts.control.RiskTier;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.HaltId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TradingControlTests {
  private static final AccountId PAPER = new AccountId("paper");
  private static final InstrumentId EURUSD = new InstrumentId("EURUSD.SIM");
  private static final SignalSource SMA = new SignalSource("strategy:sma");
  private static final Duration STALE = Duration.ofSeconds(3);
  private static final long SECOND = 1_000_000_000L;

  private TradingControl control = TradingControl.empty();

  @Test
  void haltsEverythingUntilTheInitialHaltIsLifted() {
    beat(0, 3);
    assertThat(verdict(0)).isInstanceOf(Verdict.Halted.class);
    assertThat(verdict(0).halts())
        .extracting(HaltChanged::key)
        .containsExactly(TradingControl.INITIAL);

    lift("all", "initial");

    assertThat(verdict(0)).isEqualTo(new Verdict.Running());
  }

  @Test
  void nothingMayNameAHaltThatWasNeverWritten() {
    assertThat(control.overall().admits(true, TradingControl.INITIAL)).isFalse();

    halt("all", "initial", HaltMode.HALTED);

    assertThat(control.overall().admits(true, TradingControl.INITIAL)).isTrue();
    assertThat(control.overall().admits(true, "all/other")).isFalse();
    assertThat(control.overall().admits(true, null)).isFalse();
    assertThat(control.overall().admits(false, TradingControl.INITIAL)).isFalse();
  }

  @Test
  void strictestActiveHaltDecidesAndHaltsCoexist() {
    running();
    halt("account:paper", "a", HaltMode.REDUCE_ONLY);
    assertThat(verdict(0)).isInstanceOf(Verdict.ReduceOnly.class);
    assertThat(verdict(0).admits(true, null)).isTrue();
    assertThat(verdict(0).admits(false, null)).isFalse();

    halt("instrument:EURUSD.SIM", "b", HaltMode.HALTED);
    assertThat(verdict(0)).isInstanceOf(Verdict.Halted.class);
    assertThat(verdict(0).halts()).hasSize(2);

    lift("instrument:EURUSD.SIM", "b");
    assertThat(verdict(0)).isInstanceOf(Verdict.ReduceOnly.class);
  }

  @Test
  void lateLiftLiftsOnlyWhatItNames() {
    running();
    halt("all", "first", HaltMode.HALTED);
    halt("all", "second", HaltMode.HALTED);

    lift("all", "first");

    assertThat(verdict(0).halts()).extracting(HaltChanged::key).containsExactly("all/second");
  }

  @Test
  void haltConcernsOnlyItsScope() {
    running();
    halt("strategy:other", "a", HaltMode.HALTED);
    halt("account:live", "a", HaltMode.HALTED);
    halt("instrument:GBPUSD.SIM", "a", HaltMode.HALTED);
    assertThat(verdict(0)).isEqualTo(new Verdict.Running());

    halt("strategy:sma", "a", HaltMode.HALTED);
    assertThat(verdict(0)).isInstanceOf(Verdict.Halted.class);
  }

  @Test
  void tombstoneLiftsNothingAndHaltsWhatWasLifted() {
    running();
    halt("account:paper", "a", HaltMode.REDUCE_ONLY);
    control = control.fold("account:paper/a", null, true, 0);
    assertThat(verdict(0)).isInstanceOf(Verdict.Halted.class);
    assertThat(verdict(0).admits(true, "account:paper/a")).isFalse();

    lift("account:paper", "a");
    assertThat(verdict(0)).isEqualTo(new Verdict.Running());

    control = control.fold("all/initial", null, true, 0);
    assertThat(verdict(0)).isInstanceOf(Verdict.Halted.class);
  }

  @Test
  void tombstoneOfNoHaltChangesNothing() {
    running();
    for (String key : List.of("", "rubbish", "rubbish/x", "/", "all/")) {
      control = control.fold(key, null, true, 0);
    }
    assertThat(verdict(0)).isEqualTo(new Verdict.Running());
  }

  @Test
  void refusesARecordUnderAForeignKey() {
    var halt = changed("all", "a", HaltStatus.ACTIVE, HaltMode.HALTED, true);
    assertThatThrownBy(() -> control.fold("all/b", halt, true, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("all/b");
  }

  @Test
  void isFreshUpToTheLimitAndStaleOneNanosecondLater() {
    running();
    assertThat(verdict(3 * SECOND)).isEqualTo(new Verdict.Running());
    assertThat(verdict(3 * SECOND + 1)).isInstanceOf(Verdict.NotFresh.class);
    assertThat(verdict(3 * SECOND + 1).admits(true, "all/initial")).isFalse();
  }

  @Test
  void heartbeatFromBeforeTheReaderBeganProvesNothing() {
    lift("all", "initial");
    control = control.fold("heartbeat/r1", heartbeat("r1", 9, 3), false, 0);
    assertThat(verdict(0)).isInstanceOf(Verdict.NotFresh.class);

    beat(0, 3);
    assertThat(verdict(0)).isEqualTo(new Verdict.Running());
  }

  @Test
  void heartbeatSpeaksOnlyForItsPartitionsAndTheYoungestCounts() {
    lift("all", "initial");
    beat(0, 1, 2);
    assertThat(verdict(0)).isInstanceOf(Verdict.NotFresh.class);

    control = control.fold("heartbeat/r2", heartbeat("r2", 1, 3), true, 0);
    control = control.fold("heartbeat/r3", heartbeat("r3", 1, 3), true, 4 * SECOND);
    assertThat(verdict(5 * SECOND)).isEqualTo(new Verdict.Running());

    control = control.fold("heartbeat/r3", heartbeat("r3", 2), true, 5 * SECOND);
    assertThat(verdict(5 * SECOND)).isInstanceOf(Verdict.NotFresh.class);
  }

  @Test
  void freshnessSurvivesAMonotonicClockBelowZero() {
    lift("all", "initial");
    control =
        control.fold("heartbeat/r1", heartbeat("r1", 1, 3), true, Long.MAX_VALUE - SECOND / 2);
    assertThat(verdict(Long.MIN_VALUE + SECOND / 2)).isEqualTo(new Verdict.Running());
  }

  @Test
  void cancelsOpenOrdersOfItsScopeButSparesProtectiveOnes() {
    running();
    assertThat(control.canceling(PAPER, EURUSD, SMA, false)).isEmpty();
    halt("account:paper", "keeps", HaltMode.HALTED);
    assertThat(control.canceling(PAPER, EURUSD, SMA, false)).isEmpty();

    fold(changed("account:paper", "kills", HaltStatus.ACTIVE, HaltMode.HALTED, true));
    assertThat(control.canceling(PAPER, EURUSD, SMA, false))
        .map(HaltChanged::key)
        .contains("account:paper/kills");
    assertThat(control.canceling(PAPER, EURUSD, SMA, true)).isEmpty();
    assertThat(control.canceling(new AccountId("live"), EURUSD, SMA, false)).isEmpty();

    lift("account:paper", "kills");
    assertThat(control.canceling(PAPER, EURUSD, SMA, false)).isEmpty();
  }

  private Verdict verdict(long nowNanos) {
    return control.verdict(PAPER, 3, EURUSD, SMA, nowNanos, STALE);
  }

  private void running() {
    lift("all", "initial");
    beat(0, 3);
  }

  private void halt(String scope, String id, HaltMode mode) {
    fold(changed(scope, id, HaltStatus.ACTIVE, mode, false));
  }

  private void lift(String scope, String id) {
    fold(changed(scope, id, HaltStatus.LIFTED, HaltMode.HALTED, false));
  }

  private void beat(long arrivedNanos, Integer... partitions) {
    control = control.fold("heartbeat/r1", heartbeat("r1", 1, partitions), true, arrivedNanos);
  }

  private void fold(ControlMessage message) {
    control = control.fold(message.key(), message, true, 0);
  }

  static RiskHeartbeat heartbeat(String instance, long counter, Integer... partitions) {
    return new RiskHeartbeat(instance, counter, List.of(partitions), Instant.EPOCH);
  }

  static HaltChanged changed(
      String scope, String id, HaltStatus status, HaltMode mode, boolean cancelOrders) {
    return new HaltChanged(
        new HaltScope(scope),
        new HaltId(id),
        status,
        mode,
        RiskTier.NORMAL,
        "test",
        "alice",
        Instant.EPOCH,
        cancelOrders,
        true);
  }
}
