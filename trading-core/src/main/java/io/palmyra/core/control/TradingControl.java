package io.palmyra.core.control;

import io.palmyra.contracts.control.ControlMessage;
import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.contracts.control.HaltMode;
import io.palmyra.contracts.control.HaltScope;
import io.palmyra.contracts.control.HaltStatus;
import io.palmyra.contracts.control.RiskHeartbeat;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalSource;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What {@code control} says, folded record by record. Immutable: any thread may ask, one folds.
 *
 * <p>The latest record of each key holds, so that order between keys and compaction change nothing.
 * Halts coexist and the strictest ACTIVE one decides; a lift lifts only what it names. What is not
 * written is not lifted: without the record {@code all/initial} everything is halted, and a key
 * whose record was torn out (a tombstone) is halted until a person lifts it by name.
 */
public final class TradingControl {
  /** Key of the halt that holds until a person first lifts it. */
  public static final String INITIAL = UnwrittenHalt.INITIAL.key();

  private static final String HEARTBEAT_PREFIX = "heartbeat/";
  private static final TradingControl EMPTY =
      new TradingControl(new TreeMap<>(), Set.of(), Map.of());

  private final NavigableMap<String, HaltChanged> records;
  private final Set<String> torn;
  private final Map<String, Heartbeat> heartbeats;
  private final List<HaltChanged> active;

  private TradingControl(
      NavigableMap<String, HaltChanged> records,
      Set<String> torn,
      Map<String, Heartbeat> heartbeats) {
    this(records, torn, heartbeats, activeOf(records));
  }

  private TradingControl(
      NavigableMap<String, HaltChanged> records,
      Set<String> torn,
      Map<String, Heartbeat> heartbeats,
      List<HaltChanged> active) {
    this.records = records;
    this.torn = torn;
    this.heartbeats = heartbeats;
    this.active = active;
  }

  /** Before the first record: everything is halted. */
  public static TradingControl empty() {
    return EMPTY;
  }

  /**
   * The state after one more record.
   *
   * @param key of the record on the topic
   * @param message what it says, null for a tombstone
   * @param live whether it was written after this reader began; only such a heartbeat counts
   * @param arrivedNanos local monotonic time of its arrival
   * @throws IllegalArgumentException if the message does not belong under the key
   */
  public TradingControl fold(
      String key, @Nullable ControlMessage message, boolean live, long arrivedNanos) {
    if (message != null && !message.key().equals(key)) {
      throw new IllegalArgumentException(
          "a record of " + message.key() + " stands under the key " + key);
    }
    return switch (message) {
      case null -> withoutRecordOf(key);
      case HaltChanged halt -> with(key, halt, false);
      case RiskHeartbeat beat ->
          withHeartbeat(
              key,
              new Heartbeat(beat.counter(), Set.copyOf(beat.partitions()), arrivedNanos, live));
    };
  }

  /**
   * What the halts and risk's heartbeat say of an order.
   *
   * @param partition of the account
   * @param nowNanos local monotonic time
   * @param staleAfter age of the last live heartbeat for the partition above which nothing may go
   */
  public Verdict verdict(
      AccountId account,
      int partition,
      InstrumentId instrument,
      SignalSource source,
      long nowNanos,
      Duration staleAfter) {
    Optional<String> stale = staleness(partition, nowNanos, staleAfter);
    if (stale.isPresent()) {
      return new Verdict.NotFresh(stale.get(), halting(account, instrument, source));
    }
    return judge(halting(account, instrument, source));
  }

  /** What the halts alone say of an order, for risk, whose own heartbeat it is. */
  public Verdict standing(AccountId account, InstrumentId instrument, SignalSource source) {
    return judge(halting(account, instrument, source));
  }

  /** What the halts of scope {@code all} say. */
  public Verdict overall() {
    return judge(active(halt -> halt.scope().equals(HaltScope.ALL)));
  }

  /** Why risk is not known to be alive for a partition; empty if it is. */
  public Optional<String> staleness(int partition, long nowNanos, Duration staleAfter) {
    return youngestBeatAge(partition, nowNanos)
        .map(
            age ->
                age.compareTo(staleAfter) > 0
                    ? Optional.of("last heartbeat of risk is " + age.toMillis() + " ms old")
                    : Optional.<String>empty())
        .orElseGet(() -> Optional.of("no heartbeat of risk for partition " + partition));
  }

  /** Age of the youngest live heartbeat for a partition; empty if there was none. */
  public Optional<Duration> youngestBeatAge(int partition, long nowNanos) {
    Heartbeat youngest = null;
    for (Heartbeat beat : heartbeats.values()) {
      if (beat.live()
          && beat.partitions().contains(partition)
          && (youngest == null || beat.arrivedNanos() - youngest.arrivedNanos() > 0)) {
        youngest = beat;
      }
    }
    return youngest == null
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(nowNanos - youngest.arrivedNanos()));
  }

  /**
   * The ACTIVE halt that wants an open order canceled; the first by key where there are several.
   *
   * @param reduceOnly whether the order only reduces, which most halts spare
   */
  public Optional<HaltChanged> canceling(
      AccountId account, InstrumentId instrument, SignalSource source, boolean reduceOnly) {
    return active.stream()
        .filter(HaltChanged::cancelOrders)
        .filter(halt -> halt.scope().covers(account, instrument, source))
        .filter(halt -> !(reduceOnly && halt.sparesProtective()))
        .findFirst();
  }

  /** All halts that hold, in the order of their keys; one that was never written included. */
  public List<HaltChanged> active() {
    return active;
  }

  /** The latest record of each halt by key, LIFTED ones included. */
  public Collection<HaltChanged> halts() {
    return Collections.unmodifiableCollection(records.values());
  }

  /** The latest record of a halt; for a key that was torn out, the halt that holds instead. */
  public Optional<HaltChanged> halt(String key) {
    HaltChanged written = records.get(key);
    return written == null && key.equals(INITIAL)
        ? Optional.of(UnwrittenHalt.INITIAL)
        : Optional.ofNullable(written);
  }

  /** Halts that hold because their records were deleted, and nothing else was written since. */
  public List<HaltChanged> tornOut() {
    return torn.stream().sorted().map(records::get).toList();
  }

  /** The last heartbeat of each instance of risk, by its key. */
  public Map<String, Heartbeat> heartbeats() {
    return heartbeats;
  }

  private Verdict judge(List<HaltChanged> halts) {
    if (halts.isEmpty()) {
      return new Verdict.Running();
    }
    if (halts.stream().noneMatch(halt -> halt.mode() == HaltMode.HALTED)) {
      return new Verdict.ReduceOnly(halts);
    }
    boolean whole = halts.stream().allMatch(this::isWritten);
    return new Verdict.Halted(
        halts, whole ? halts.stream().map(HaltChanged::key).collect(Collectors.toSet()) : Set.of());
  }

  private boolean isWritten(HaltChanged halt) {
    return records.containsKey(halt.key()) && !torn.contains(halt.key());
  }

  private List<HaltChanged> halting(
      AccountId account, InstrumentId instrument, SignalSource source) {
    return active.isEmpty()
        ? active
        : active(halt -> halt.scope().covers(account, instrument, source));
  }

  private List<HaltChanged> active(Predicate<HaltChanged> wanted) {
    return active.stream().filter(wanted).toList();
  }

  private TradingControl withoutRecordOf(String key) {
    if (key.startsWith(HEARTBEAT_PREFIX)) {
      var fewer = new TreeMap<>(heartbeats);
      fewer.remove(key);
      return new TradingControl(records, torn, Collections.unmodifiableMap(fewer), active);
    }
    return UnwrittenHalt.tornOut(key).map(halt -> with(key, halt, true)).orElse(this);
  }

  private TradingControl with(String key, HaltChanged halt, boolean tornOut) {
    var more = new TreeMap<>(records);
    more.put(key, halt);
    var tears = new HashSet<>(torn);
    if (tornOut) {
      tears.add(key);
    } else {
      tears.remove(key);
    }
    return new TradingControl(more, Set.copyOf(tears), heartbeats);
  }

  private TradingControl withHeartbeat(String key, Heartbeat beat) {
    var more = new TreeMap<>(heartbeats);
    more.put(key, beat);
    return new TradingControl(records, torn, Collections.unmodifiableMap(more), active);
  }

  private static List<HaltChanged> activeOf(NavigableMap<String, HaltChanged> records) {
    var all = new TreeMap<>(records);
    all.putIfAbsent(INITIAL, UnwrittenHalt.INITIAL);
    return all.values().stream().filter(halt -> halt.status() == HaltStatus.ACTIVE).toList();
  }
}
