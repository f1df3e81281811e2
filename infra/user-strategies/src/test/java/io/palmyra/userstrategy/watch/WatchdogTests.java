package io.palmyra.userstrategy.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.palmyra.core.strategy.OverrunException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class WatchdogTests {
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Duration LONG = Duration.ofSeconds(30);

  private final Queue<String> abandoned = new ConcurrentLinkedQueue<>();
  private final Watchdog watchdog = new Watchdog(abandoned::add);

  @Test
  void givesTheAnswer() {
    assertThat(watchdog.<String>call("it", LONG, () -> "answer")).isEqualTo("answer");
  }

  @Test
  void givesTheWordsOfWhatWasThrownErrorsToo() {
    assertThatThrownBy(
            () ->
                watchdog.call(
                    "it",
                    LONG,
                    () -> {
                      throw new NoClassDefFoundError("gone");
                    }))
        .isInstanceOf(StrategyThrewException.class)
        .hasToString("java.lang.NoClassDefFoundError: gone");
  }

  @Test
  void aThrowableThatThrowsAsItIsAskedForItsWordsIsNamed() {
    assertThatThrownBy(
            () ->
                watchdog.call(
                    "it",
                    LONG,
                    () -> {
                      throw new Evil();
                    }))
        .hasToString(Evil.class.getName());
  }

  @Test
  void aCallThatCanBeInterruptedIsAndItsThreadIsNotLost() {
    var interrupted = new AtomicBoolean();
    assertThatThrownBy(
            () ->
                watchdog.call(
                    "a.onBar",
                    SHORT,
                    () -> {
                      try {
                        new CountDownLatch(1).await();
                      } catch (InterruptedException _) {
                        interrupted.set(true);
                      }
                      return true;
                    }))
        .isInstanceOf(OverrunException.class)
        .hasMessage("a.onBar did not return within PT0.1S");
    await().untilTrue(interrupted);
    await().during(Duration.ofMillis(2500)).atMost(LONG).until(abandoned::isEmpty);
  }

  @Test
  void aCallThatGoesOnIsLeftToItselfAndThatIsTold() {
    var go = new AtomicBoolean(true);
    assertThatThrownBy(() -> watchdog.call("b.onBar", SHORT, () -> spin(go)))
        .isInstanceOf(OverrunException.class);
    assertThat(watchdog.<Integer>call("c.onBar", LONG, () -> 7)).isEqualTo(7);
    await().atMost(LONG).until(() -> abandoned.contains("b.onBar"));
    go.set(false);
  }

  @Test
  void whoCallsMayBeToldToStopAndGetsTheAnswerAllTheSame() {
    Thread.currentThread().interrupt();
    assertThat(watchdog.<Integer>call("it", LONG, () -> 7)).isEqualTo(7);
    assertThat(Thread.interrupted()).isTrue();
  }

  private static boolean spin(AtomicBoolean go) {
    while (go.get()) {
      Thread.onSpinWait();
    }
    return true;
  }

  private static final class Evil extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
      throw new IllegalStateException("nor this");
    }
  }
}
