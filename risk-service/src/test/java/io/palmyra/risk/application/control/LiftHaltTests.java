package io.palmyra.risk.application.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.control.ControlMessage;
import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.contracts.control.HaltMode;
import io.palmyra.contracts.control.HaltScope;
import io.palmyra.contracts.control.HaltStatus;
import io.palmyra.contracts.control.RiskTier;
import io.palmyra.contracts.id.HaltId;
import io.palmyra.core.control.TradingControl;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Lifts, with control as it is told, and what is written and recorded. */
class LiftHaltTests {
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

  private final List<ControlMessage> written = new ArrayList<>();
  private final List<String> audited = new ArrayList<>();
  private TradingControl control = TradingControl.empty();

  private LiftHalt lifting(boolean bySecondPerson) {
    return new LiftHalt(
        () -> Optional.of(control),
        message -> {
          written.add(message);
          return CompletableFuture.completedFuture(message);
        },
        (actor, action, target, _, _, _) -> audited.add(actor + " " + action + " " + target),
        InstantSource.fixed(NOW),
        bySecondPerson);
  }

  private void stands(String id, String who) {
    var halt =
        new HaltChanged(
            HaltScope.ALL,
            new HaltId(id),
            HaltStatus.ACTIVE,
            HaltMode.HALTED,
            RiskTier.NORMAL,
            "test",
            who,
            NOW,
            false,
            true);
    control = control.fold(halt.key(), halt, true, 0);
  }

  @Test
  void whoSetAHaltMayNotLiftItWhereASecondPersonMust() {
    stands("h1", "rita");

    assertThat(lifting(true).lift("all/h1", "over", "rita"))
        .isInstanceOf(LiftHalt.Outcome.OwnHalt.class);

    assertThat(written).isEmpty();
    assertThat(audited).containsExactly("rita halt-lift-refused all/h1");
    assertThat(lifting(true).lift("all/h1", "over", "sam"))
        .isInstanceOf(LiftHalt.Outcome.Lifted.class);
    assertThat(written).hasSize(1);
  }

  @Test
  void oneMayLiftOnesOwnWhereNoSecondPersonMust() {
    stands("h1", "rita");
    assertThat(lifting(false).lift("all/h1", "over", "rita"))
        .isInstanceOf(LiftHalt.Outcome.Lifted.class);
  }

  @Test
  void aLiftNamesTheOneHaltThatItLifts() {
    stands("h1", "rita");
    stands("h2", "rita");

    assertThat(lifting(true).lift("all/h3", "over", "sam"))
        .isInstanceOf(LiftHalt.Outcome.NoSuchHalt.class);
    lifting(true).lift("all/h1", "over", "sam");

    assertThat(written)
        .singleElement()
        .isInstanceOfSatisfying(
            HaltChanged.class,
            lifted -> {
              assertThat(lifted.key()).isEqualTo("all/h1");
              assertThat(lifted.status()).isEqualTo(HaltStatus.LIFTED);
              assertThat(lifted.at()).isEqualTo(NOW);
            });
  }
}
