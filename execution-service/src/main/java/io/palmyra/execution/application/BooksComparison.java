package io.palmyra.execution.application;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Quantity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Sets our books beside the venue's at a moment in which ours did not move. */
final class BooksComparison {
  private final AccountId account;
  private final Journal store;
  private final OrderMemory memory;
  private final OrderBook book;
  private final LaneAccess lane;

  BooksComparison(
      AccountId account, Journal store, OrderMemory memory, OrderBook book, LaneAccess lane) {
    this.account = account;
    this.store = store;
    this.memory = memory;
    this.book = book;
    this.lane = lane;
  }

  /** Our books at one moment: what the lane has applied, and the orders that are open. */
  private record Mark(long sequence, List<Order> open) {
    Set<ClientOrderId> ids() {
      return open.stream().map(Order::id).collect(Collectors.toSet());
    }

    Set<ClientOrderId> atVenue() {
      return open.stream()
          .filter(order -> order.state().progress().accepted())
          .map(Order::id)
          .collect(Collectors.toSet());
    }
  }

  /** The venue's sequence up to which notices are applied and durable. */
  long sequence() throws IOException {
    return mark().sequence();
  }

  /**
   * What a comparison found.
   *
   * @param sequence of the venue's, up to which our books were applied
   * @param differences between the books as they stood then
   * @param cash that the venue had then
   */
  record Compared(long sequence, BookDifferences differences, List<Money> cash) {}

  /**
   * Compares.
   *
   * @return what it found, empty if a notice was applied meanwhile, so that nothing can be said
   * @throws IOException if the venue or the lane did not answer
   */
  Optional<Compared> run(VenueSession session) throws IOException {
    Mark before = mark();
    List<VenueNotice.OfFill> missed = session.fillsSince(before.sequence());
    Set<ClientOrderId> theirs =
        session.openOrders().stream()
            .map(VenueOrderReport::clientOrderId)
            .collect(Collectors.toSet());
    Map<InstrumentId, Quantity> held = session.positions();
    List<Money> cash = session.cash();
    Map<InstrumentId, Quantity> ours = store.positions(account);
    Mark after = mark();
    if (before.sequence() != after.sequence()) {
      return Optional.empty();
    }
    var gone = new HashSet<>(before.atVenue());
    gone.retainAll(after.atVenue());
    gone.removeAll(theirs);
    var strangers = new HashSet<>(theirs);
    strangers.removeAll(before.ids());
    strangers.removeAll(after.ids());
    return Optional.of(
        new Compared(
            before.sequence(),
            new BookDifferences(missed, gone, strangers, positions(ours, held)),
            cash));
  }

  /** What is held here and there, for each instrument in which that differs. */
  static List<String> positions(
      Map<InstrumentId, Quantity> ours, Map<InstrumentId, Quantity> theirs) {
    var all = new HashSet<>(ours.keySet());
    all.addAll(theirs.keySet());
    var differ = new ArrayList<String>();
    for (InstrumentId instrument : all) {
      Quantity here = ours.getOrDefault(instrument, Quantity.ZERO);
      Quantity there = theirs.getOrDefault(instrument, Quantity.ZERO);
      if (here.compareTo(there) != 0) {
        differ.add("%s: %s here, %s at the venue".formatted(instrument, here, there));
      }
    }
    differ.sort(null);
    return differ;
  }

  private Mark mark() throws IOException {
    var mark = new Mark[1];
    Reconciliation.await(lane.submit(_ -> mark[0] = new Mark(memory.venueSequence(), book.all())));
    return mark[0];
  }
}
