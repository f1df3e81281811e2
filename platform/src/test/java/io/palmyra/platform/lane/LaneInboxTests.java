package io.palmyra.platform.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.id.AccountId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LaneInboxTests {
  private static final Duration PATIENCE = Duration.ofMillis(20);

  private final AtomicLong now = new AtomicLong(1_000_000);
  private final LaneInbox inbox = new LaneInbox(PATIENCE, now::get);

  @Test
  void looksForMoreWhileItIsEmpty() {
    assertThat(inbox.longestPoll()).isEqualTo(Duration.ofMillis(50));
    assertThat(inbox.takeDue()).isEmpty();
  }

  @Test
  void givesWhatIsUrgentAtOnceWithAllThatCameBefore() {
    LaneWork.OfCommand<?> first = command(Urgency.SOON);
    LaneWork.OfCommand<?> second = command(Urgency.SOON);
    LaneWork.OfCommand<?> urgent = command(Urgency.NOW);
    LaneWork.OfCommand<?> after = command(Urgency.SOON);
    List.of(first, second, urgent, after).forEach(inbox::offer);

    assertThat(inbox.longestPoll()).isZero();
    assertThat(inbox.takeDue()).containsExactly(first, second, urgent, after);
    assertThat(inbox.takeDue()).isEmpty();
  }

  @Test
  void keepsWhatNobodyWaitsForUntilPatienceIsOver() {
    LaneWork.OfCommand<?> waiting = command(Urgency.SOON);
    inbox.offer(waiting);
    assertThat(inbox.takeDue()).isEmpty();

    now.addAndGet(Duration.ofMillis(15).toNanos());
    LaneWork.OfCommand<?> younger = command(Urgency.SOON);
    inbox.offer(younger);
    assertThat(inbox.takeDue()).isEmpty();
    assertThat(inbox.longestPoll()).isEqualTo(Duration.ofMillis(5));

    now.addAndGet(Duration.ofMillis(5).toNanos());
    assertThat(inbox.longestPoll()).isZero();
    assertThat(inbox.takeDue()).containsExactly(waiting, younger);
  }

  @Test
  void beginsToWaitAnewAfterEachTaking() {
    inbox.offer(command(Urgency.NOW));
    inbox.takeDue();
    now.addAndGet(Duration.ofSeconds(1).toNanos());

    inbox.offer(command(Urgency.SOON));

    assertThat(inbox.takeDue()).isEmpty();
    assertThat(inbox.longestPoll()).isEqualTo(PATIENCE);
  }

  @Test
  void givesAllAtOnceWithoutPatience() {
    var hurried = new LaneInbox(Duration.ZERO, now::get);
    LaneWork.OfCommand<?> command = command(Urgency.SOON);
    hurried.offer(command);

    assertThat(hurried.longestPoll()).isZero();
    assertThat(hurried.takeDue()).containsExactly(command);
  }

  private static LaneWork.OfCommand<Boolean> command(Urgency urgency) {
    return new LaneWork.OfCommand<>(
        new AccountId("paper"),
        _ -> true,
        new CompletableFuture<>(),
        new LaneWork.Trace(null),
        urgency);
  }
}
