package io.palmyra.execution.application;

import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.core.execution.DenyCode;
import io.palmyra.core.execution.OrderState;
import io.palmyra.platform.lease.Held;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that talks to an account's venue: asks the gate, notes the send, hands the bytes
 * over. An order leaves it at most once in the life of the process, whatever is offered again.
 */
final class Sender {
  private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
  private static final long TURN_MILLIS = 20;

  private final AccountIdentity identity;
  private final OrderBook book;
  private final Arming arming;
  private final HaltCancels halts;
  private final OrderJournal journal;
  private final Notes notes;
  private final Clocks clocks;
  private final Duration answerWithin;
  private final AwaitedAnswers awaited;
  private final VenuePace pace;
  private final Departures departures;
  private final LinkedBlockingDeque<Outgoing> outgoing = new LinkedBlockingDeque<>();
  private final Deque<Outgoing> waiting = new ArrayDeque<>();
  private final Set<ClientOrderId> offered = ConcurrentHashMap.newKeySet();
  private final AskedCancels canceling = new AskedCancels();
  private volatile boolean running = true;
  private @Nullable Thread thread;

  Sender(
      AccountIdentity identity,
      OrderBook book,
      Gate gate,
      Arming arming,
      HaltCancels halts,
      Supplier<Optional<Held>> lease,
      OrderJournal journal,
      LaneAccess lane,
      Clocks clocks,
      Duration answerWithin) {
    this.identity = identity;
    this.book = book;
    this.arming = arming;
    this.halts = halts;
    this.journal = journal;
    this.notes = new Notes(lane);
    this.clocks = clocks;
    this.awaited = new AwaitedAnswers(answerWithin);
    this.answerWithin = answerWithin;
    this.pace = new VenuePace(clocks);
    this.departures =
        new Departures(book, gate, arming, lease, journal, notes, clocks, awaited, pace);
  }

  void start() {
    thread = Thread.ofPlatform().name("send-" + identity.account()).start(this::run);
  }

  /** No new order leaves from now on; cancels still do. */
  void refuseNew() {
    departures.refuse();
  }

  /** How fast the account's messages leave, whoever sends them. */
  VenuePace pace() {
    return pace;
  }

  void stop() {
    running = false;
    Thread sending = thread;
    if (sending != null) {
      try {
        sending.join(Duration.ofSeconds(5));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Hands something over; cancels overtake. Any thread. */
  void offer(Outgoing next) {
    if (next instanceof Outgoing.Submit submit) {
      offered.add(submit.id());
    }
    if (next instanceof Outgoing.Cancel) {
      outgoing.addFirst(next);
    } else {
      outgoing.addLast(next);
    }
  }

  /** An order of a former owner, who may have sent it: only the venue can release it. */
  void inherited(ClientOrderId id) {
    if (!offered.contains(id)) {
      departures.withhold(id);
    }
  }

  /** The venue, asked under our epoch, never got it and can't get it any more: it may go. */
  void neverSent(ClientOrderId id) {
    if (!offered.contains(id)) {
      departures.release(id);
      offer(new Outgoing.Submit(id));
    }
  }

  /** Keeps an order from ever being sent; false if it may have gone already. Any thread. */
  boolean withhold(ClientOrderId id) {
    return departures.withhold(id);
  }

  /** The venue has said something of an order. Any thread. */
  void answered(ClientOrderId id) {
    awaited.answered(id);
  }

  /** Orders that left and of which the venue has said nothing since. */
  Set<ClientOrderId> unanswered() {
    return awaited.all();
  }

  private void run() {
    while (running) {
      try {
        turn(TURN_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        LOG.error("sender turn failed account={}", identity.account(), e);
      }
    }
  }

  /** One turn of the thread, which waits for something to send for so long at most. */
  void turn(long waitMillis) throws InterruptedException {
    Outgoing next = outgoing.pollFirst(waitMillis, TimeUnit.MILLISECONDS);
    if (next != null) {
      send(next);
    }
    notes.again();
    pace.takeHeld().forEach(this::cancel);
    release();
    obeyHalts();
    repeatCancels();
    overdue();
  }

  private void send(Outgoing next) {
    switch (next) {
      case Outgoing.Submit _, Outgoing.Replace _ -> {
        if (!waiting.isEmpty() || waits(next)) {
          waiting.addLast(next);
        }
      }
      case Outgoing.Cancel cancel -> cancel(cancel);
      case Outgoing.CancelRefused refused ->
          // One that is being replaced may only have another name by now.
          book.find(refused.id())
              .filter(order -> order.replacement() == null)
              .ifPresent(order -> canceling.remove(order.id()));
      case Outgoing.Renamed renamed -> {
        departures.withhold(renamed.newId());
        canceling
            .reason(renamed.id())
            .ifPresent(why -> cancel(new Outgoing.Cancel(renamed.newId(), why)));
      }
    }
  }

  private boolean waits(Outgoing next) {
    return switch (next) {
      case Outgoing.Submit submit -> departures.submit(submit, isCanceled(submit.id()));
      case Outgoing.Replace replace ->
          departures.replace(replace, isCanceled(replace.command().clientOrderId()));
      case Outgoing.Cancel _, Outgoing.CancelRefused _, Outgoing.Renamed _ -> false;
    };
  }

  private boolean isCanceled(ClientOrderId id) {
    return canceling.reason(id).isPresent();
  }

  /** What waited for a session goes once there is one, or is denied when it grows too old. */
  private void release() {
    for (int i = waiting.size(); i > 0; i--) {
      Outgoing next = waiting.removeFirst();
      if (waits(next)) {
        waiting.addLast(next);
      }
    }
  }

  private void cancel(Outgoing.Cancel next) {
    Optional<Order> found = book.find(next.id());
    VenueSession session = arming.now().session();
    if (found.isEmpty()) {
      return;
    }
    canceling.add(next, clocks.nanos());
    if (withhold(next.id()) && found.get().state() instanceof OrderState.Pending) {
      notes.now(tx -> journal.denied(next.id(), DenyCode.CANCELED_BEFORE, next.reason(), tx));
    } else if (session != null && pace.cancel(session, next)) {
      notes.soon(tx -> journal.cancelSent(next.id(), next.reason(), tx));
      try {
        session.cancel(next.id(), next.reason());
      } catch (IOException e) {
        session.close();
      }
    }
  }

  /** Cancels what an ACTIVE halt wants canceled, from memory, again each time control changes. */
  private void obeyHalts() {
    for (Outgoing.Cancel cancel : halts.wanted()) {
      // An order that was not sent is denied by the gate, by the halt itself.
      boolean notSent =
          !departures.isTaken(cancel.id())
              && book.find(cancel.id())
                  .filter(order -> order.state() instanceof OrderState.Pending)
                  .isPresent();
      if (!notSent && canceling.reason(cancel.id()).isEmpty()) {
        cancel(cancel);
      }
    }
  }

  /** A cancel is asked for again until its order has ended or the venue has refused it. */
  private void repeatCancels() {
    for (Outgoing.Cancel cancel : canceling.takeDue(clocks.nanos(), answerWithin)) {
      cancel(cancel);
    }
  }

  /** An order without answer is unknown; a new session asks the venue for it. */
  private void overdue() {
    for (ClientOrderId id : awaited.takeOverdue(clocks.nanos())) {
      notes.now(tx -> journal.answerLost(id, "no answer within " + answerWithin, tx));
      Optional.ofNullable(arming.now().session()).ifPresent(VenueSession::close);
    }
  }
}
