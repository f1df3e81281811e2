package io.palmyra.execution.application;

import io.palmyra.contracts.account.CashDeposited;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.execution.OrderState;
import io.palmyra.platform.lane.LaneTransaction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares what we have with what the venue has, before anything is sent: fills since the last
 * known, every order that is not final, open orders, positions, bookings. What the venue knows more
 * of is taken over; a difference that remains is an answer, and keeps the account unarmed. No
 * answer of the venue is a failure, never an empty answer.
 */
final class Reconciliation {
  private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);
  private static final long PATIENCE_SECONDS = 10;
  private static final int MOST_ROUNDS = 100;

  private final AccountIdentity identity;
  private final Journal store;
  private final OrderJournal journal;
  private final OrderBook book;
  private final Sender sender;
  private final LaneAccess lane;

  Reconciliation(
      AccountIdentity identity,
      Journal store,
      OrderJournal journal,
      OrderBook book,
      Sender sender,
      LaneAccess lane) {
    this.identity = identity;
    this.store = store;
    this.journal = journal;
    this.book = book;
    this.sender = sender;
    this.lane = lane;
  }

  /**
   * Reconciles over a new session.
   *
   * @return what differs and can't be repaired, empty if all agrees
   * @throws IOException if the venue or the lane did not answer
   */
  Optional<String> run(VenueSession session) throws IOException {
    for (CashDeposited deposit : session.deposits()) {
      book(deposit);
    }
    takeFills(session);
    Optional<String> differs = compare(session);
    for (int i = 0; i < MOST_ROUNDS && differs.isPresent() && takeFills(session); i++) {
      // The market went on between two questions.
      differs = compare(session);
    }
    return differs;
  }

  private Optional<String> compare(VenueSession session) throws IOException {
    for (Order order : open()) {
      Optional<String> differs = resolve(order, session);
      if (differs.isPresent()) {
        return differs;
      }
    }
    Optional<String> strangers = strangers(session);
    return strangers.isPresent() ? strangers : positions(session);
  }

  /** What is open once the lane has applied all that it was asked for before. */
  private List<Order> open() throws IOException {
    var open = new ArrayList<Order>();
    await(lane.submit(_ -> open.addAll(book.all())));
    return open;
  }

  /** Publishes a booking, unless it was. */
  void book(CashDeposited deposit) throws IOException {
    if (!store.booked(identity.account(), deposit.reference())) {
      await(lane.submit(tx -> journal.deposited(deposit, tx)));
    }
  }

  /**
   * Takes over what the venue knows more of: fills since the books last agreed, and how orders
   * ended that do not work there any more.
   *
   * @throws IOException if the venue or the lane did not answer
   */
  void repair(BookDifferences differences, VenueSession session) throws IOException {
    takeFills(session);
    for (ClientOrderId id : differences.gone()) {
      Optional<Order> open = book.find(id);
      if (open.isPresent()) {
        resolve(open.get(), session);
      }
    }
  }

  /** The books agree up to a sequence of the venue's. */
  void agreed(long epoch, long sequence) throws IOException {
    await(lane.submit(_ -> store.agreed(identity.account(), epoch, sequence)));
  }

  /**
   * The fills since the books last agreed that the journal lacks, and changes of fills, not only
   * those after the last one applied: one that got lost may lie before it.
   *
   * @return whether there were any
   */
  private boolean takeFills(VenueSession session) throws IOException {
    List<VenueNotice.OfFill> fills = session.fillsSince(store.agreedSequence(identity.account()));
    Set<FillId> recorded =
        store.recorded(identity.account(), fills.stream().map(identity::fillId).toList());
    boolean any = false;
    Map<FillId, Long> newest = newestCorrections(fills);
    for (VenueNotice.OfFill told : fills) {
      any |=
          switch (told) {
            case VenueNotice.Filled fill -> take(fill, recorded);
            case VenueNotice.Corrected changed ->
                changed.sequence() == newest.getOrDefault(identity.fillId(changed), 0L)
                    && take(changed);
          };
    }
    return any;
  }

  /** What a fill was changed to before it was changed again holds no more. */
  private Map<FillId, Long> newestCorrections(List<VenueNotice.OfFill> told) {
    return told.stream()
        .filter(VenueNotice.Corrected.class::isInstance)
        .collect(
            Collectors.toMap(identity::fillId, VenueNotice.OfFill::sequence, (_, later) -> later));
  }

  private boolean take(VenueNotice.Filled fill, Set<FillId> recorded) throws IOException {
    if (recorded.contains(identity.fillId(fill))) {
      return false;
    }
    await(lane.submit(tx -> journal.on(fill, tx)));
    return true;
  }

  private boolean take(VenueNotice.Corrected changed) throws IOException {
    var taken = new AtomicBoolean();
    await(lane.submit(tx -> taken.set(journal.correct(changed, tx))));
    return taken.get();
  }

  /**
   * Asks for one order, and takes over how it stands.
   *
   * @return what differs and can't be repaired, empty if nothing does
   * @throws IOException if the venue or the lane did not answer
   */
  Optional<String> resolve(Order order, VenueSession session) throws IOException {
    Replacement asked = order.replacement();
    if (asked == null) {
      return ask(order, session);
    }
    if (session.query(asked.newId()).isEmpty()) {
      await(
          lane.submit(
              tx ->
                  journal
                      .replacements()
                      .refused(
                          order.id(), "NOT_AT_VENUE", "the venue never got the new values", tx)));
      return ask(order, session);
    }
    takeFills(session);
    await(lane.submit(tx -> journal.on(asked.taken(order.id()), tx)));
    Optional<Order> renamed = book.find(asked.newId());
    return renamed.isPresent() ? ask(renamed.get(), session) : Optional.empty();
  }

  private Optional<String> ask(Order order, VenueSession session) throws IOException {
    Optional<VenueOrderReport> found = session.query(order.id());
    if (found.isEmpty()) {
      if (order.state() instanceof OrderState.Pending) {
        sender.neverSent(order.id());
      } else {
        await(
            lane.submit(
                tx -> {
                  journal.answerLost(order.id(), "a new session", tx);
                  journal.notAtVenue(order.id(), tx);
                }));
      }
      return order.state().progress().accepted()
          ? Optional.of("order " + order.id() + " was accepted and is not at the venue")
          : Optional.empty();
    }
    VenueOrderReport report = found.get();
    take(report, session);
    Quantity ours = filled(report);
    return ours.compareTo(report.cumulativeQuantity()) == 0
        ? Optional.empty()
        : Optional.of(
            "order %s: filled %s here, %s at the venue"
                .formatted(order.id(), ours, report.cumulativeQuantity()));
  }

  /** Takes over how an order stands; its fills first, since nothing follows an end. */
  private void take(VenueOrderReport report, VenueSession session) throws IOException {
    if (filled(report).compareTo(report.cumulativeQuantity()) < 0) {
      takeFills(session);
    }
    await(lane.submit(tx -> take(report, tx)));
  }

  /** How much of an order is filled here; as the venue says if it is not open any more. */
  private Quantity filled(VenueOrderReport report) {
    return book.find(report.clientOrderId())
        .map(now -> now.state().progress().cumulative())
        .orElse(report.cumulativeQuantity());
  }

  private void take(VenueOrderReport report, LaneTransaction tx) {
    var id = report.clientOrderId();
    switch (report.status()) {
      case WORKING -> journal.on(new VenueNotice.Accepted(id, 0, report.venueOrderId()), tx);
      case FILLED -> {}
      case CANCELED -> journal.on(new VenueNotice.Canceled(id, 0, report.reason()), tx);
      case REJECTED -> journal.on(new VenueNotice.Rejected(id, 0, "REJECTED", report.reason()), tx);
      case EXPIRED -> journal.on(new VenueNotice.Expired(id, 0), tx);
    }
  }

  private Optional<String> strangers(VenueSession session) throws IOException {
    Set<String> open = new HashSet<>();
    book.all().forEach(order -> open.add(order.id().value()));
    return session.openOrders().stream()
        .map(report -> report.clientOrderId().value())
        .filter(id -> !open.contains(id))
        .findFirst()
        .map(id -> "order " + id + " works at the venue and is not open here");
  }

  private Optional<String> positions(VenueSession session) throws IOException {
    Map<InstrumentId, Quantity> theirs = session.positions();
    var differ = BooksComparison.positions(store.positions(identity.account()), theirs);
    if (!differ.isEmpty()) {
      return Optional.of(String.join("; ", differ));
    }
    LOG.info(
        "reconciled account={} open={} positions={} cash={}",
        identity.account(),
        book.all().size(),
        theirs,
        session.cash());
    return Optional.empty();
  }

  /** Waits until the lane has made it durable. */
  static void await(java.util.concurrent.CompletableFuture<?> change) throws IOException {
    try {
      change.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("the journal did not take it: " + e, e);
    }
  }
}
