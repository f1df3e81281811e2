package io.palmyra.execution.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.control.RiskHeartbeat;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.VenueId;
import io.palmyra.core.control.TradingControl;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StaleControlWatchTests {
  private static final AccountIdentity ACCOUNT =
      new AccountIdentity(new AccountId("watched"), new VenueId("SIMULATED"), 3);

  private final List<String> asked = new ArrayList<>();
  private long nanos = -5;
  private boolean owned = true;
  private Optional<TradingControl> control = Optional.empty();
  private final StaleControlWatch watch =
      new StaleControlWatch(
          ACCOUNT,
          now -> owned,
          new Control(() -> control, Duration.ofSeconds(3), Duration.ofSeconds(60)),
          (account, code, detail) -> asked.add(account + " " + code + " " + detail),
          new Clocks(InstantSource.fixed(Instant.EPOCH), () -> nanos));

  @Test
  void asksOnceWhenFreshControlWasStaleForOverAMinute() {
    beat();
    lookFor(64);
    assertThat(asked).isEmpty();
    lookFor(1);
    assertThat(asked).containsExactly("watched CONTROL_STALE nothing fresh of control for 61 s");
    lookFor(600);
    assertThat(asked).hasSize(1);
  }

  @Test
  void asksAgainAfterItWasFreshInBetween() {
    beat();
    lookFor(70);
    beat();
    lookFor(70);
    assertThat(asked).hasSize(2);
  }

  @Test
  void staysSilentWhileHeartbeatsCome() {
    for (int second = 0; second < 300; second++) {
      beat();
      lookFor(second % 60 == 0 ? 50 : 1);
    }
    assertThat(asked).isEmpty();
  }

  @Test
  void staysSilentBeforeTheFirstHeartbeat() {
    lookFor(300);
    control = Optional.of(TradingControl.empty());
    lookFor(300);
    assertThat(asked).isEmpty();
  }

  @Test
  void countsControlThatIsNotReadToItsEndAsStale() {
    beat();
    lookFor(1);
    control = Optional.empty();
    lookFor(62);
    assertThat(asked).hasSize(1);
  }

  @Test
  void asksAfterAPauseOfItsOwnThoughControlIsFreshAgain() {
    beat();
    lookFor(1);
    pass(70);
    beat();
    watch.look();
    assertThat(asked).hasSize(1);
  }

  @Test
  void asksNothingWithoutOwningTheAccountAndLaterIfItOwnsItStill() {
    beat();
    lookFor(1);
    owned = false;
    lookFor(70);
    assertThat(asked).isEmpty();
    owned = true;
    lookFor(1);
    assertThat(asked).hasSize(1);
  }

  private void beat() {
    var beat = new RiskHeartbeat("risk", 1, List.of(ACCOUNT.partition()), Instant.EPOCH);
    control = Optional.of(TradingControl.empty().fold(beat.key(), beat, true, nanos));
  }

  private void lookFor(int seconds) {
    for (int second = 0; second < seconds; second++) {
      watch.look();
      pass(1);
    }
  }

  private void pass(int seconds) {
    nanos += Duration.ofSeconds(seconds).toNanos();
  }
}
