package io.palmyra.execution.simulation;

import io.palmyra.contracts.account.CashDeposited;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.order.ReplaceOrder;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.venue.Outcome;
import io.palmyra.core.venue.VenueBooks;
import io.palmyra.core.venue.VenueOrderStatus;
import io.palmyra.core.venue.VenueRecord;
import io.palmyra.execution.application.VenueListener;
import io.palmyra.execution.application.VenueNotice;
import io.palmyra.execution.application.VenueOrderReport;
import io.palmyra.execution.application.VenueSession;
import io.palmyra.execution.outbound.simulated.VenueWords;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A session's two directions. Each keeps its order; what is under way when it breaks arrives in
 * part or not at all, and our side may hear of the break late.
 */
final class Wire implements VenueSession {
  private final World world;
  private final SimulatedVenue venue;
  private final Oracle oracle;
  private final ExecutionProcess process;
  private final long epoch;
  private final VenueListener listener;
  private final ArrayDeque<Runnable> toVenue = new ArrayDeque<>();
  private final ArrayDeque<VenueNotice> toUs = new ArrayDeque<>();
  private @Nullable VenueNotice last;
  private boolean closed;
  private @Nullable String broken;

  Wire(
      World world,
      SimulatedVenue venue,
      Oracle oracle,
      ExecutionProcess process,
      long epoch,
      VenueListener listener) {
    this.world = world;
    this.venue = venue;
    this.oracle = oracle;
    this.process = process;
    this.epoch = epoch;
    this.listener = listener;
  }

  boolean isDead() {
    return closed || !process.isUp();
  }

  /** One thing arrives, or the wire breaks. */
  void step() {
    if (world.faults().strikes(150)) {
      breakOff("reset");
    }
    if (world.chance().oneIn(2)) {
      arriveAtVenue();
    } else {
      arriveHere();
    }
  }

  private void arriveAtVenue() {
    Runnable next = toVenue.poll();
    if (next != null && broken == null) {
      next.run();
    }
  }

  private void arriveHere() {
    if (!process.runs() || closed) {
      return;
    }
    VenueNotice next = toUs.poll();
    if (next != null) {
      process.step(() -> listener.on(next));
      last = next;
    } else if (broken != null) {
      String cause = broken;
      closed = true;
      process.step(() -> listener.disconnected(cause));
    } else if (last != null && world.faults().strikes(40)) {
      VenueNotice again = last;
      process.step(() -> listener.on(again));
    }
  }

  void drain() {
    while (!toVenue.isEmpty()) {
      arriveAtVenue();
    }
    while (!toUs.isEmpty() && process.runs() && !closed) {
      arriveHere();
    }
  }

  /** Everything that can still arrive does, the news of a break included. */
  void settle() {
    drain();
    if (broken != null) {
      arriveHere();
    }
  }

  /**
   * Breaks: of what is under way to us some still arrives, of what is under way there some does.
   */
  private void breakOff(String cause) {
    if (broken == null) {
      int arriving = world.chance().below(toVenue.size() + 1);
      for (int i = 0; i < arriving; i++) {
        arriveAtVenue();
      }
      broken = cause;
      toVenue.clear();
      int told = world.chance().below(toUs.size() + 1);
      while (toUs.size() > told) {
        toUs.removeLast();
      }
      venue.gone(this);
    }
  }

  /** The venue ends it. */
  void cutOff(String cause) {
    if (broken == null) {
      broken = cause;
      toVenue.clear();
    }
  }

  void tell(VenueRecord record) {
    VenueWords.notice(record).ifPresent(toUs::add);
  }

  @Override
  public void submit(SubmitOrder order) throws IOException {
    oracle.aboutToSend(order, process);
    request(
        () -> {
          oracle.arrives(order);
          Outcome outcome =
              venue.matching().submit(World.ACCOUNT, epoch, VenueWords.request(order), now());
          refusal(outcome)
              .ifPresent(
                  why -> toUs.add(new VenueNotice.Rejected(order.clientOrderId(), 0, why, why)));
        },
        why -> new VenueNotice.Rejected(order.clientOrderId(), 0, why, why));
  }

  @Override
  public void cancel(ClientOrderId order, String reason) throws IOException {
    request(
        () ->
            refusal(venue.matching().cancel(World.ACCOUNT, epoch, order, reason, now()))
                .ifPresent(why -> toUs.add(new VenueNotice.CancelRejected(order, 0, why, why))),
        why -> new VenueNotice.CancelRejected(order, 0, why, why));
  }

  @Override
  public void replace(ReplaceOrder replacement) throws IOException {
    ClientOrderId id = replacement.clientOrderId();
    request(
        () ->
            refusal(
                    venue
                        .matching()
                        .replace(
                            World.ACCOUNT,
                            epoch,
                            id,
                            replacement.newClientOrderId(),
                            replacement.quantity(),
                            replacement.limitPrice(),
                            replacement.stopPrice(),
                            now()))
                .ifPresent(why -> toUs.add(new VenueNotice.ReplaceRejected(id, 0, why, why))),
        why -> new VenueNotice.ReplaceRejected(id, 0, why, why));
  }

  private java.time.Instant now() {
    return world.clock().instant();
  }

  private Optional<String> refusal(Outcome outcome) {
    return venue.done(outcome) instanceof Outcome.Refused refused
        ? Optional.of(refused.refusal().code())
        : Optional.empty();
  }

  private void request(Runnable atVenue, Function<String, VenueNotice> refused) throws IOException {
    process.hazard();
    if (closed) {
      throw new IOException("closed");
    }
    if (broken != null) {
      if (world.chance().oneIn(2)) {
        throw new IOException("broken pipe");
      }
      return;
    }
    toVenue.add(
        () -> {
          if (venue.stands(this)) {
            atVenue.run();
          } else {
            toUs.add(refused.apply("NO_SESSION"));
          }
        });
    if (world.faults().strikes(100)) {
      breakOff("in the middle of a request");
      throw new IOException("reset");
    }
  }

  private <A> A ask(Supplier<A> question) throws IOException {
    process.hazard();
    if (world.faults().strikes(60)) {
      breakOff("while a question was under way");
    }
    drain();
    if (closed || broken != null || !venue.stands(this)) {
      throw new IOException("no answer");
    }
    return question.get();
  }

  @Override
  public Optional<VenueOrderReport> query(ClientOrderId order) throws IOException {
    return ask(() -> books().order(order).map(VenueWords::report));
  }

  @Override
  public List<VenueOrderReport> openOrders() throws IOException {
    return ask(
        () ->
            books().orders().stream()
                .filter(order -> order.status() == VenueOrderStatus.WORKING)
                .map(VenueWords::report)
                .toList());
  }

  @Override
  public List<VenueNotice.OfFill> fillsSince(long sequence) throws IOException {
    return ask(() -> books().fillsAfter(sequence).stream().map(VenueWords::ofFill).toList());
  }

  @Override
  public Map<InstrumentId, Quantity> positions() throws IOException {
    return ask(
        () -> {
          var held = new HashMap<InstrumentId, Quantity>();
          books().instruments().forEach(each -> held.put(each, books().position(each)));
          return held;
        });
  }

  @Override
  public List<Money> cash() throws IOException {
    return ask(() -> books().cash());
  }

  @Override
  public OptionalInt messagesPerSecond() {
    return OptionalInt.empty();
  }

  @Override
  public List<CashDeposited> deposits() throws IOException {
    return ask(() -> books().opening().flatMap(VenueWords::deposit).stream().toList());
  }

  private VenueBooks books() {
    return venue.books();
  }

  @Override
  public void close() {
    if (!closed) {
      breakOff("closed by us");
      closed = true;
      listener.disconnected("closed by us");
    }
  }
}
