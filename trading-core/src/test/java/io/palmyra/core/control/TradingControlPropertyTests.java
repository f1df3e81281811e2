package io.palmyra.core.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.control.ControlMessage;
import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.contracts.control.HaltMode;
import io.palmyra.contracts.control.HaltStatus;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Seeded random histories of control; the seed is the test's name. */
class TradingControlPropertyTests {
  private static final AccountId PAPER = new AccountId("paper");
  private static final InstrumentId EURUSD = new InstrumentId("EURUSD.SIM");
  private static final SignalSource SMA = new SignalSource("strategy:sma");
  private static final List<String> SCOPES =
      List.of("all", "account:paper", "account:live", "strategy:sma", "instrument:EURUSD.SIM");

  private record Entry(String key, @Nullable ControlMessage message, long arrivedNanos) {}

  static List<Long> seeds() {
    return java.util.stream.LongStream.rangeClosed(1, 300).boxed().toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void compactionChangesNothing(long seed) {
    List<Entry> history = history(new Random(seed));
    Map<String, Entry> last = new LinkedHashMap<>();
    for (Entry entry : history) {
      last.remove(entry.key());
      last.put(entry.key(), entry);
    }
    assertSame(fold(history), fold(last.values()));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void orderBetweenKeysChangesNothing(long seed) {
    var random = new Random(seed);
    List<Entry> history = history(random);
    var byKey = new LinkedHashMap<String, List<Entry>>();
    history.forEach(e -> byKey.computeIfAbsent(e.key(), _ -> new ArrayList<>()).add(e));
    var shuffled = new ArrayList<Entry>();
    var keys = new ArrayList<>(byKey.keySet());
    while (!keys.isEmpty()) {
      Collections.shuffle(keys, random);
      List<Entry> left = byKey.getOrDefault(keys.getFirst(), List.of());
      shuffled.add(left.removeFirst());
      if (left.isEmpty()) {
        keys.removeFirst();
      }
    }
    assertSame(fold(history), fold(shuffled));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void agreesWithAPlainModelAfterEachRecord(long seed) {
    var control = TradingControl.empty();
    var model = new LinkedHashMap<String, HaltChanged>();
    var torn = new java.util.HashSet<String>();
    for (Entry entry : history(new Random(seed))) {
      control = control.fold(entry.key(), entry.message(), true, entry.arrivedNanos());
      if (entry.message() instanceof HaltChanged halt) {
        model.put(entry.key(), halt);
        torn.remove(entry.key());
      } else if (entry.message() == null && !entry.key().startsWith("heartbeat/")) {
        torn.add(entry.key());
      }
      int strictest = model.containsKey("all/initial") || torn.contains("all/initial") ? 0 : 2;
      for (String scope :
          List.of("all", "account:paper", "strategy:sma", "instrument:EURUSD.SIM")) {
        for (String key : torn) {
          strictest = key.startsWith(scope + "/") ? 2 : strictest;
        }
        for (HaltChanged halt : model.values()) {
          if (halt.scope().value().equals(scope)
              && !torn.contains(halt.key())
              && halt.status() == HaltStatus.ACTIVE) {
            strictest = Math.max(strictest, halt.mode() == HaltMode.HALTED ? 2 : 1);
          }
        }
      }
      int found =
          switch (control.standing(PAPER, EURUSD, SMA)) {
            case Verdict.Running _ -> 0;
            case Verdict.ReduceOnly _ -> 1;
            case Verdict.Halted _ -> 2;
            case Verdict.NotFresh _ -> throw new AssertionError("standing asks no heartbeat");
          };
      assertThat(found).as("after %s", entry).isEqualTo(strictest);
    }
  }

  private static void assertSame(TradingControl one, TradingControl other) {
    assertThat(one.active()).isEqualTo(other.active());
    assertThat(List.copyOf(one.halts())).isEqualTo(List.copyOf(other.halts()));
    assertThat(one.heartbeats()).isEqualTo(other.heartbeats());
    assertThat(one.verdict(PAPER, 3, EURUSD, SMA, 50, Duration.ofNanos(20)))
        .isEqualTo(other.verdict(PAPER, 3, EURUSD, SMA, 50, Duration.ofNanos(20)));
  }

  private static TradingControl fold(Iterable<Entry> entries) {
    TradingControl control = TradingControl.empty();
    for (Entry entry : entries) {
      control = control.fold(entry.key(), entry.message(), true, entry.arrivedNanos());
    }
    return control;
  }

  private static List<Entry> history(Random random) {
    var history = new ArrayList<Entry>();
    int length = random.nextInt(40);
    for (int i = 0; i < length; i++) {
      if (random.nextInt(5) == 0) {
        String instance = "r" + random.nextInt(2);
        var beat = TradingControlTests.heartbeat(instance, i, random.nextInt(5), 3);
        history.add(new Entry(beat.key(), random.nextInt(8) == 0 ? null : beat, i));
      } else {
        var halt =
            TradingControlTests.changed(
                SCOPES.get(random.nextInt(SCOPES.size())),
                random.nextBoolean() ? "initial" : "h" + random.nextInt(2),
                random.nextInt(3) == 0 ? HaltStatus.ACTIVE : HaltStatus.LIFTED,
                random.nextBoolean() ? HaltMode.HALTED : HaltMode.REDUCE_ONLY,
                random.nextBoolean());
        history.add(new Entry(halt.key(), random.nextInt(15) == 0 ? null : halt, i));
      }
    }
    return history;
  }
}
