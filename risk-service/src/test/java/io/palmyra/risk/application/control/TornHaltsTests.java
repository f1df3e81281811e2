package io.palmyra.risk.application.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.control.ControlMessage;
import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.contracts.control.HaltMode;
import io.palmyra.contracts.control.HaltStatus;
import io.palmyra.core.control.TradingControl;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What is written when a record of a halt was deleted, with control as it is told. */
class TornHaltsTests {
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
  private static final String KEY = "account:paper/h1";

  private final List<ControlMessage> written = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private CompletableFuture<?> answer = CompletableFuture.completedFuture(null);
  private TradingControl control = TradingControl.empty().fold(KEY, null, true, 0);

  private final TornHalts halts =
      new TornHalts(
          () -> Optional.ofNullable(control),
          message -> {
            written.add(message);
            return answer;
          },
          (actor, action, target, _, _, _) -> told.add(actor + " " + action + " " + target),
          (code, _, attributes) -> told.add(code + " " + attributes.get("halt")),
          InstantSource.fixed(NOW));

  @Test
  void aHaltWhoseRecordWasDeletedIsWrittenAnewAndTold() {
    halts.restore();

    HaltChanged halt = (HaltChanged) written.getFirst();
    assertThat(halt.key()).isEqualTo(KEY);
    assertThat(halt.status()).isEqualTo(HaltStatus.ACTIVE);
    assertThat(halt.mode()).isEqualTo(HaltMode.HALTED);
    assertThat(halt.at()).isEqualTo(NOW);
    assertThat(told)
        .containsExactly("service:risk halt-restored " + KEY, "HALT_RECORD_DELETED " + KEY);

    control = control.fold(KEY, halt, true, 0);
    halts.restore();
    assertThat(written).hasSize(1);
    assertThat(control.active()).extracting(HaltChanged::key).contains(KEY);
  }

  @Test
  void itIsWrittenOnceAtATimeAndAgainWhereItFailed() {
    var open = new CompletableFuture<Void>();
    answer = open;
    halts.restore();
    halts.restore();
    assertThat(written).hasSize(1);

    open.completeExceptionally(new IllegalStateException("no broker"));
    assertThat(told).isEmpty();
    answer = CompletableFuture.completedFuture(null);
    halts.restore();
    assertThat(written).hasSize(2);
    assertThat(told).hasSize(2);
  }

  @Test
  void nothingIsWrittenBeforeControlWasRead() {
    control = null;
    halts.restore();
    assertThat(written).isEmpty();
  }
}
