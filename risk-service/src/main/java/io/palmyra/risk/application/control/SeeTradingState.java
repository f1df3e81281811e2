package io.palmyra.risk.application.control;

import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.contracts.control.HaltMode;
import io.palmyra.core.control.TradingControl;
import io.palmyra.core.control.Verdict;
import io.palmyra.platform.time.MonotonicClock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells whether trading goes on, from this process's own reading of control. */
public final class SeeTradingState {
  private final ControlView view;
  private final List<Integer> partitions;
  private final Duration staleAfter;
  private final MonotonicClock monotonic;

  /**
   * @param partitions of the accounts that this suite trades
   * @param staleAfter age of a heartbeat above which execution may not rely on it
   */
  public SeeTradingState(
      ControlView view, List<Integer> partitions, Duration staleAfter, MonotonicClock monotonic) {
    this.view = view;
    this.partitions = List.copyOf(partitions);
    this.staleAfter = staleAfter;
    this.monotonic = monotonic;
  }

  /**
   * Whether trading goes on.
   *
   * @param state RUNNING, REDUCE_ONLY or HALTED: of everything
   * @param scope of the halt that decides, null if none does
   * @param reason of the halt that decides, null if none does
   * @param heartbeatAge of the account whose heartbeat is oldest, null if one has none
   * @param stale whether execution may not rely on the heartbeat
   * @param halts that hold, of all scopes
   */
  public record TradingState(
      String state,
      @Nullable String scope,
      @Nullable String reason,
      @Nullable Duration heartbeatAge,
      boolean stale,
      List<HaltChanged> halts) {}

  /** The trading state; HALTED while control is not known. */
  public TradingState now(Predicate<HaltChanged> visible) {
    return view.current()
        .map(control -> known(control, visible))
        .orElseGet(
            () ->
                new TradingState(
                    "HALTED", "all", "control is not read to its end", null, true, List.of()));
  }

  private TradingState known(TradingControl control, Predicate<HaltChanged> visible) {
    Verdict verdict = control.overall();
    HaltChanged decisive = decisive(verdict);
    Duration age = heartbeatAge(control);
    return new TradingState(
        switch (verdict) {
          case Verdict.Running _ -> "RUNNING";
          case Verdict.ReduceOnly _ -> "REDUCE_ONLY";
          case Verdict.Halted _, Verdict.NotFresh _ -> "HALTED";
        },
        decisive == null ? null : decisive.scope().value(),
        decisive == null ? null : decisive.reason(),
        age,
        age == null || age.compareTo(staleAfter) > 0,
        control.active().stream().filter(visible).toList());
  }

  private static @Nullable HaltChanged decisive(Verdict verdict) {
    List<HaltChanged> halts = verdict.halts();
    return Stream.concat(
            halts.stream().filter(halt -> halt.mode() == HaltMode.HALTED), halts.stream())
        .findFirst()
        .orElse(null);
  }

  private @Nullable Duration heartbeatAge(TradingControl control) {
    long now = monotonic.nanos();
    List<Duration> ages =
        partitions.stream()
            .map(partition -> control.youngestBeatAge(partition, now))
            .flatMap(Optional::stream)
            .toList();
    return ages.size() < partitions.size()
        ? null
        : ages.stream().filter(Objects::nonNull).max(Duration::compareTo).orElse(null);
  }
}
