package io.palmyra.backtest.parity;

import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.signal.InputOffset;
import io.palmyra.contracts.signal.Signal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A point in a run of which it is known how far each lane had been seen.
 *
 * @param seen the last offset of each lane
 * @param signals that were made there, as they stand on their topic
 * @param pause that was taken there, null for none
 */
record Mark(Map<Lane, Long> seen, List<Kept> signals, Run.@Nullable Pause pause) {

  /** The points of a run, in the order in which it came to them. */
  static List<Mark> of(Run run, List<Kept> signals) {
    var marks = new ArrayList<Mark>();
    Map<Lane, Long> before = Map.of();
    for (Kept each : signals) {
      Map<Lane, Long> seen = seen(((Signal) each.body()).inputs());
      if (!marks.isEmpty() && seen.equals(before)) {
        marks.getLast().signals().add(each);
      } else {
        marks.add(new Mark(seen, new ArrayList<>(List.of(each)), null));
        before = seen;
      }
    }
    run.pauses().forEach(pause -> marks.add(new Mark(pause.seen(), new ArrayList<>(), pause)));
    // Offsets only grow, so their sum does; the past's are not in those of a pause.
    marks.sort(Comparator.comparingLong(mark -> mark.far(run)));
    return marks;
  }

  private static Map<Lane, Long> seen(List<InputOffset> inputs) {
    Map<Lane, Long> seen = new HashMap<>();
    inputs.forEach(input -> seen.put(Lane.of(input), input.offset()));
    return seen;
  }

  /** How much had been taken live. */
  private long far(Run run) {
    return run.inputs().stream()
        .mapToLong(span -> Math.max(0, seen.getOrDefault(span.lane(), -1L) + 1 - span.until()))
        .sum();
  }

  /** Ids of the signals that were made there. */
  List<SignalId> ids() {
    return signals.stream().map(each -> ((Signal) each.body()).signalId()).toList();
  }

  /** The input that the signals followed from, null if none of these is it. */
  @Nullable Kept cause(Run run, List<Kept> inputs) {
    return ids().stream()
        .findFirst()
        .flatMap(id -> inputs.reversed().stream().filter(each -> causes(run, each, id)).findFirst())
        .orElse(null);
  }

  private static boolean causes(Run run, Kept input, SignalId id) {
    // A strategy proposes a few things of one input; the first of them counts from 0.
    for (int ordinal = 0; ordinal < 8; ordinal++) {
      if (SignalId.of(run.instance(), input.place(), ordinal).equals(id)) {
        return true;
      }
    }
    return false;
  }
}
