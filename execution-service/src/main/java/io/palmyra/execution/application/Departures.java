package io.palmyra.execution.application;

import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.order.ReplaceOrder;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.core.execution.DenyCode;
import io.palmyra.core.execution.OrderState;
import io.palmyra.core.execution.SendDecision;
import io.palmyra.platform.lease.Held;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets orders and new values leave, each name at most once: asks the gate right before, notes the
 * send, hands the bytes over. Called by the sender's thread unless said otherwise.
 */
final class Departures {
  private final OrderBook book;
  private final Gate gate;
  private final Arming arming;
  private final Supplier<Optional<Held>> lease;
  private final OrderJournal journal;
  private final Notes notes;
  private final Clocks clocks;
  private final AwaitedAnswers awaited;
  private final VenuePace pace;
  private final Set<ClientOrderId> taken = ConcurrentHashMap.newKeySet();
  private volatile boolean refusing;

  Departures(
      OrderBook book,
      Gate gate,
      Arming arming,
      Supplier<Optional<Held>> lease,
      OrderJournal journal,
      Notes notes,
      Clocks clocks,
      AwaitedAnswers awaited,
      VenuePace pace) {
    this.book = book;
    this.gate = gate;
    this.arming = arming;
    this.lease = lease;
    this.journal = journal;
    this.notes = notes;
    this.clocks = clocks;
    this.awaited = awaited;
    this.pace = pace;
  }

  /** Nothing leaves from now on. Any thread. */
  void refuse() {
    refusing = true;
  }

  /** Keeps a name from ever leaving; false if it may have gone already. Any thread. */
  boolean withhold(ClientOrderId id) {
    return taken.add(id);
  }

  /** Whether a name left, or never will. Any thread. */
  boolean isTaken(ClientOrderId id) {
    return taken.contains(id);
  }

  /** A name that surely never left may leave. Any thread. */
  void release(ClientOrderId id) {
    taken.remove(id);
  }

  /**
   * Lets an order leave, or denies it.
   *
   * @param canceled whether its cancel was asked for
   * @return whether it has to wait
   */
  boolean submit(Outgoing.Submit next, boolean canceled) {
    Optional<Order> found =
        book.find(next.id()).filter(order -> order.state() instanceof OrderState.Pending);
    if (found.isEmpty() || taken.contains(next.id())) {
      return false;
    }
    Order order = found.get();
    Arming.Now now = arming.now();
    return switch (gate.decide(order.command(), order.agedFromNanos(), canceled, now)) {
      case SendDecision.Deny deny -> {
        deny(order, deny.code(), deny.detail());
        yield false;
      }
      case SendDecision.Wait _ -> true;
      case SendDecision.Send _ -> {
        // It is durable: this session, the next one, or the next owner sends it, if not too old.
        VenueSession session = leaving(now);
        if (session != null) {
          handOver(order, session);
        }
        yield session == null;
      }
    };
  }

  /** The session over which something leaves now, null while it has to wait. */
  private @Nullable VenueSession leaving(Arming.Now now) {
    VenueSession session = now.session();
    return refusing || session == null || !now.armed() || !pace.order(session) ? null : session;
  }

  private void deny(Order order, DenyCode code, String detail) {
    if (taken.add(order.id())) {
      notes.now(tx -> journal.denied(order.id(), code, detail, tx));
    }
  }

  private void handOver(Order order, VenueSession session) {
    Optional<Held> held = lease.get();
    if (held.isPresent() && taken.add(order.id())) {
      var at = clocks.instant();
      // The note first: whoever finds the order awaited may say that its answer is lost.
      notes.soon(tx -> journal.sent(order.id(), held.get().epoch(), at, tx));
      awaited.since(order.id(), clocks.nanos());
      hand(session, order.id(), () -> session.submit(order.command()));
    }
  }

  /**
   * Lets new values leave, or refuses them.
   *
   * @param canceled whether the order's cancel was asked for
   * @return whether they have to wait
   */
  boolean replace(Outgoing.Replace next, boolean canceled) {
    ReplaceOrder command = next.command();
    Optional<Order> found = book.find(command.clientOrderId());
    if (found.isEmpty()) {
      return false;
    }
    Order order = found.get();
    Replacement asked = asked(order, command);
    if (asked == null || taken.contains(asked.newId())) {
      return false;
    }
    Arming.Now now = arming.now();
    SubmitOrder wanted = asked.over(order.command(), command.maximumAge());
    return switch (gate.decide(wanted, next.agedFromNanos(), canceled, now)) {
      case SendDecision.Deny deny -> {
        String code = deny.code().name();
        notes.now(tx -> journal.replacements().refused(order.id(), code, deny.detail(), tx));
        yield false;
      }
      case SendDecision.Wait _ -> true;
      case SendDecision.Send _ -> {
        VenueSession session = leaving(now);
        if (session != null && lease.get().isPresent() && taken.add(asked.newId())) {
          awaited.since(order.id(), clocks.nanos());
          hand(session, order.id(), () -> session.replace(command));
        }
        yield session == null;
      }
    };
  }

  /** The new values, as they are durable; null if they are not asked for any more. */
  private static @Nullable Replacement asked(Order order, ReplaceOrder command) {
    Replacement asked = order.replacement();
    boolean current =
        order.state() instanceof OrderState.PendingReplace
            && asked != null
            && asked.newId().equals(command.newClientOrderId());
    return current ? asked : null;
  }

  private interface Handing {
    void over() throws IOException;
  }

  /** Hands bytes over; if that fails, only the venue can tell what came of them. */
  private void hand(VenueSession session, ClientOrderId id, Handing bytes) {
    try {
      bytes.over();
    } catch (IOException e) {
      notes.now(tx -> journal.answerLost(id, String.valueOf(e.getMessage()), tx));
      session.close();
    }
  }
}
