package io.palmyra.core.risk;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Side;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/**
 * What an account has sent and filled of late, the oldest first. Owned by the account's thread. In
 * memory alone: after a restart it begins with the orders that are remembered of decided signals.
 */
final class Flow {
  private static final int MOST = 20_000;

  private final ArrayDeque<Sent> sent = new ArrayDeque<>();
  private final Map<InstrumentId, ArrayDeque<Mid>> mids = new HashMap<>();
  private final Map<Repeated, ArrayDeque<Instant>> begun = new HashMap<>();

  private record Sent(SignalSource source, Instant at) {}

  private record Mid(Price mid, Instant at) {}

  private record Repeated(SignalSource source, InstrumentId instrument, Side side) {}

  /** An order or a replacement was let go. */
  void sent(SignalSource source, Instant at) {
    add(sent, new Sent(source, at));
  }

  /** Where the market was when an order was let go. */
  void mid(InstrumentId instrument, Price mid, Instant at) {
    add(mids.computeIfAbsent(instrument, _ -> new ArrayDeque<>()), new Mid(mid, at));
  }

  /** An order began to fill. */
  void began(SignalSource source, InstrumentId instrument, Side side, Instant at) {
    add(begun.computeIfAbsent(new Repeated(source, instrument, side), _ -> new ArrayDeque<>()), at);
  }

  /** How many orders of a source, instrument and side began to fill since a moment. */
  int begun(SignalSource source, InstrumentId instrument, Side side, Instant since) {
    ArrayDeque<Instant> times = begun.get(new Repeated(source, instrument, side));
    while (times != null && !times.isEmpty() && times.getFirst().isBefore(since)) {
      times.removeFirst();
    }
    return times == null ? 0 : times.size();
  }

  /** How many were let go after a moment. */
  int sent(Instant after) {
    int count = 0;
    Iterator<Sent> newestFirst = sent.descendingIterator();
    while (newestFirst.hasNext() && newestFirst.next().at().isAfter(after)) {
      count++;
    }
    return count;
  }

  /** How many of a source were let go after a moment. */
  int sentBy(SignalSource source, Instant after) {
    int count = 0;
    Iterator<Sent> newestFirst = sent.descendingIterator();
    while (newestFirst.hasNext()) {
      Sent each = newestFirst.next();
      if (!each.at().isAfter(after)) {
        break;
      }
      count += each.source().equals(source) ? 1 : 0;
    }
    return count;
  }

  /** Where the market was at the first order since a moment, empty if there was none. */
  Optional<Price> firstMid(InstrumentId instrument, Instant since) {
    ArrayDeque<Mid> known = mids.get(instrument);
    while (known != null && !known.isEmpty() && known.getFirst().at().isBefore(since)) {
      known.removeFirst();
    }
    return known == null || known.isEmpty()
        ? Optional.empty()
        : Optional.of(known.getFirst().mid());
  }

  private static <T> void add(ArrayDeque<T> oldestFirst, T newest) {
    oldestFirst.addLast(newest);
    if (oldestFirst.size() > MOST) {
      oldestFirst.removeFirst();
    }
  }
}
