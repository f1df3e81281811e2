package io.palmyra.core.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MessagePaceTests {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void noSecondHasMoreThanMayBeWhereverItBegins() {
    var random = new Random(11);
    for (int round = 0; round < 50; round++) {
      int most = 1 + random.nextInt(20);
      MessagePace pace = MessagePace.of(most);
      List<Long> sent = new ArrayList<>();
      long now = 0;
      for (int i = 0; i < 2_000; i++) {
        now += random.nextLong(SECOND / most);
        if (random.nextBoolean() ? pace.order(now) : pace.cancel(now)) {
          sent.add(now);
        }
      }
      for (int i = most; i < sent.size(); i++) {
        assertThat(sent.get(i) - sent.get(i - most)).as("of %s", most).isGreaterThan(SECOND);
      }
      assertThat(sent).hasSizeGreaterThan(most);
    }
  }

  @Test
  void aFifthIsLeftToCancels() {
    MessagePace pace = MessagePace.of(10);
    for (int i = 0; i < 8; i++) {
      assertThat(pace.order(i)).isTrue();
    }
    assertThat(pace.order(9)).isFalse();
    assertThat(pace.cancel(9)).isTrue();
    assertThat(pace.cancel(9)).isTrue();
    assertThat(pace.cancel(9)).isFalse();
    assertThat(pace.order(SECOND + SECOND / 5 + 1)).isFalse();
    assertThat(pace.cancel(SECOND + SECOND / 5 + 1)).isTrue();
  }

  @Test
  void whereThereIsOneOrdersMayTakeIt() {
    MessagePace pace = MessagePace.of(1);
    assertThat(pace.order(0)).isTrue();
    assertThat(pace.cancel(1)).isFalse();
    assertThat(pace.cancel(SECOND + SECOND / 5 + 1)).isTrue();
  }

  @Test
  void withoutABoundEverythingMayLeave() {
    MessagePace pace = MessagePace.unbounded();
    for (int i = 0; i < 10_000; i++) {
      assertThat(pace.order(0)).isTrue();
    }
    assertThatThrownBy(() -> MessagePace.of(0)).hasMessageContaining("0 are below 1");
  }
}
