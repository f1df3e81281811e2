package io.palmyra.platform.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CadenceTests {
  private final AtomicLong now = new AtomicLong(5_000);
  private final List<Duration> waits = new ArrayList<>();
  private final Cadence cadence = cadence(Duration.ofMillis(4));

  @Test
  void doesNotWaitBeforeRecordsHaveCome() {
    cadence.await();

    assertThat(waits).isEmpty();
  }

  @Test
  void waitsForWhatIsLeftOfTheSpanAfterRecords() {
    cadence.records();
    now.addAndGet(Duration.ofMillis(1).toNanos());

    cadence.await();

    assertThat(waits).containsExactly(Duration.ofMillis(3));
  }

  @Test
  void doesNotWaitWhenTheWorkTookLongerThanTheSpan() {
    cadence.records();
    now.addAndGet(Duration.ofMillis(4).toNanos());

    cadence.await();

    assertThat(waits).isEmpty();
  }

  @Test
  void waitsOnceForEachPollThatBroughtRecords() {
    cadence.records();
    cadence.await();
    cadence.await();

    assertThat(waits).containsExactly(Duration.ofMillis(4));
  }

  @Test
  void neverWaitsWithoutASpan() {
    Cadence none = cadence(Duration.ZERO);
    none.records();

    none.await();

    assertThat(waits).isEmpty();
  }

  private Cadence cadence(Duration span) {
    return new Cadence(span, now::get, nanos -> waits.add(Duration.ofNanos(nanos)));
  }
}
