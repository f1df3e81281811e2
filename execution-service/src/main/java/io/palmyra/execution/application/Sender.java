package io.palmyra.execution.application;

import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.order.ReplaceOrder;
import io.palmyra.core.execution.DenyCode;
import io.palmyra.core.execution.OrderState;
import io.palmyra.core.execution.SendDecision;
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
  private final Gate gate;
  private final Arming arming;
  private final HaltCancels halts;
  private final Supplier<Optional<Held>> lease;
  private final OrderJournal journal;
  private final LaneAccess lane;
  private final Clocks clocks;
  private final Duration answerWithin;
  private final AwaitedAnswers awaited;
  private final LinkedBlockingDeque<Outgoing> outgoing = new LinkedBlockingDeque<>();
  private final Deque<Outgoing.Submit> waiting = new ArrayDeque<>();
  private final Set<ClientOrderId> offered = ConcurrentHashMap.newKeySet();
  private final Set<ClientOrderId> taken = ConcurrentHashMap.newKeySet();
  private final AskedCancels canceling = new AskedCancels();
  private volatile boolean running = true;
  private volatile boolean refusing;
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
    this.gate = gate;
    this.arming = arming;
    this.halts = halts;
    this.lease = lease;
    this.journal = journal;
    this.lane = lane;
    this.clocks = clocks;
    this.awaited = new AwaitedAnswers(answerWithin);
    this.answerWithin = answerWithin;
  }

  void start() {
    thread = Thread.ofPlatform().name("send-" + identity.account()).start(this::run);
  }

  /** No new order leaves from now on; cancels still do. */
  void refuseNew() {
    refusing = true;
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
      taken.add(id);
    }
  }

  /** The venue, asked under our epoch, never got it and can't get it any more: it may go. */
  void neverSent(ClientOrderId id) {
    if (!offered.contains(id)) {
      taken.remove(id);
      offer(new Outgoing.Submit(id));
    }
  }

  /** Keeps an order from ever being sent; false if it may have gone already. Any thread. */
  boolean withhold(ClientOrderId id) {
    return taken.add(id);
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
    release();
    obeyHalts();
    overdue();
  }

  private void send(Outgoing next) {
    switch (next) {
      case Outgoing.Submit submit -> {
        if (waiting.isEmpty()) {
          submit(submit);
        } else {
          waiting.addLast(submit);
        }
      }
      case Outgoing.Cancel cancel -> cancel(cancel);
      case Outgoing.Replace replace -> replace(replace.command(), replace.receivedNanos());
    }
  }

  /** What waited for a session goes once there is one, or is denied when it grows too old. */
  private void release() {
    for (int i = waiting.size(); i > 0; i--) {
      submit(waiting.removeFirst());
    }
  }

  private void submit(Outgoing.Submit next) {
    Optional<Order> found =
        book.find(next.id()).filter(order -> order.state() instanceof OrderState.Pending);
    if (found.isEmpty() || taken.contains(next.id())) {
      return;
    }
    Order order = found.get();
    Arming.Now now = arming.now();
    boolean canceled = canceling.contains(order.id());
    SendDecision decision = gate.decide(order.command(), order.receivedNanos(), canceled, now);
    switch (decision) {
      case SendDecision.Deny deny -> deny(order, deny.code(), deny.detail());
      case SendDecision.Wait _ -> waiting.addLast(next);
      case SendDecision.Send _ -> {
        VenueSession session = now.session();
        if (refusing || !now.armed() || session == null) {
          // It is durable: this session, the next one, or the next owner sends it, if not too old.
          waiting.addLast(next);
        } else {
          handOver(order, session);
        }
      }
    }
  }

  private void deny(Order order, DenyCode code, String detail) {
    if (taken.add(order.id())) {
      lane.submit(tx -> journal.denied(order.id(), code, detail, tx));
    }
  }

  private void handOver(Order order, VenueSession session) {
    Optional<Held> held = lease.get();
    if (held.isEmpty() || !taken.add(order.id())) {
      return;
    }
    var at = clocks.instant();
    // The note first: whoever finds the order awaited may say that its answer is lost.
    lane.submitSoon(tx -> journal.sent(order.id(), held.get().epoch(), at, tx));
    awaited.since(order.id(), clocks.nanos());
    try {
      session.submit(order.command());
    } catch (IOException e) {
      lane.submit(tx -> journal.answerLost(order.id(), String.valueOf(e.getMessage()), tx));
      session.close();
    }
  }

  private void cancel(Outgoing.Cancel next) {
    Optional<Order> found = book.find(next.id());
    VenueSession session = arming.now().session();
    canceling.add(next.id(), clocks.nanos());
    if (found.isEmpty()) {
      return;
    }
    if (withhold(next.id()) && found.get().state() instanceof OrderState.Pending) {
      lane.submit(tx -> journal.denied(next.id(), DenyCode.CANCELED_BEFORE, next.reason(), tx));
    } else if (session != null) {
      lane.submitSoon(tx -> journal.cancelSent(next.id(), next.reason(), tx));
      try {
        session.cancel(next.id(), next.reason());
      } catch (IOException e) {
        session.close();
      }
    }
  }

  private void replace(ReplaceOrder command, long receivedNanos) {
    Optional<Order> found = book.find(command.clientOrderId());
    VenueSession session = arming.now().session();
    if (found.isEmpty() || session == null || !arming.now().armed() || refusing) {
      return;
    }
    Order order = found.get();
    boolean tooOld = clocks.nanos() - receivedNanos > command.maximumAge().toNanos();
    boolean allowed =
        gate.decide(order.command(), receivedNanos, false, arming.now())
            instanceof SendDecision.Send;
    if (tooOld || !allowed) {
      LOG.warn("replace not sent order={} tooOld={} allowed={}", order.id(), tooOld, allowed);
      return;
    }
    awaited.since(order.id(), clocks.nanos());
    lane.submit(tx -> journal.replaceSent(order.id(), tx));
    try {
      session.replace(command);
    } catch (IOException e) {
      lane.submit(tx -> journal.answerLost(order.id(), String.valueOf(e.getMessage()), tx));
      session.close();
    }
  }

  /** Cancels what an ACTIVE halt wants canceled, from memory, again each time control changes. */
  private void obeyHalts() {
    for (Outgoing.Cancel cancel : halts.wanted()) {
      // An order that was not sent is denied by the gate, by the halt itself.
      boolean notSent =
          !taken.contains(cancel.id())
              && book.find(cancel.id())
                  .filter(order -> order.state() instanceof OrderState.Pending)
                  .isPresent();
      if (!notSent && canceling.isDue(cancel.id(), clocks.nanos(), answerWithin)) {
        cancel(cancel);
      }
    }
  }

  /** An order without answer is unknown; a new session asks the venue for it. */
  private void overdue() {
    for (ClientOrderId id : awaited.takeOverdue(clocks.nanos())) {
      lane.submit(tx -> journal.answerLost(id, "no answer within " + answerWithin, tx));
      Optional.ofNullable(arming.now().session()).ifPresent(VenueSession::close);
    }
  }
}
