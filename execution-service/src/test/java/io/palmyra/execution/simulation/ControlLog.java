package io.palmyra.execution.simulation;

import io.palmyra.contracts.control.ControlMessage;
import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.contracts.control.HaltMode;
import io.palmyra.contracts.control.HaltScope;
import io.palmyra.contracts.control.HaltStatus;
import io.palmyra.contracts.control.RiskTier;
import io.palmyra.contracts.id.HaltId;
import io.palmyra.contracts.order.SubmitOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** The control topic, and when each record was written. */
final class ControlLog {
  private final List<Written> records = new ArrayList<>();
  private final VirtualClock clock;

  record Written(ControlMessage message, long atNanos) {}

  ControlLog(VirtualClock clock) {
    this.clock = clock;
  }

  /** Lets trading begin. */
  void liftInitial() {
    append(
        new HaltChanged(
            HaltScope.ALL,
            new HaltId("initial"),
            HaltStatus.LIFTED,
            HaltMode.HALTED,
            RiskTier.NORMAL,
            "begin",
            "person:grace",
            clock.instant(),
            false,
            true));
  }

  void append(ControlMessage message) {
    records.add(new Written(message, clock.nanos()));
  }

  int end() {
    return records.size();
  }

  Written at(int index) {
    return records.get(index);
  }

  /** The halts as they stand. */
  List<HaltChanged> active() {
    var latest = new LinkedHashMap<String, HaltChanged>();
    for (Written each : records) {
      if (each.message() instanceof HaltChanged halt) {
        latest.put(halt.key(), halt);
      }
    }
    return latest.values().stream().filter(halt -> halt.status() == HaltStatus.ACTIVE).toList();
  }

  /** A halt among the first so many records that forbids an order and is not lifted there. */
  Optional<HaltChanged> forbidding(SubmitOrder order, int end) {
    var latest = new LinkedHashMap<String, HaltChanged>();
    for (Written each : records.subList(0, end)) {
      if (each.message() instanceof HaltChanged halt) {
        latest.put(halt.key(), halt);
      }
    }
    return latest.values().stream()
        .filter(halt -> halt.status() == HaltStatus.ACTIVE)
        .filter(halt -> halt.scope().covers(order.account(), order.instrument(), order.source()))
        .filter(halt -> halt.mode() == HaltMode.HALTED || !order.reduceOnly())
        .findFirst();
  }
}
