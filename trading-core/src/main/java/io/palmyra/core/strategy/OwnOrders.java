package io.palmyra.core.strategy;

import io.palmyra.contracts.decision.Decision;
import io.palmyra.contracts.decision.ParentDecision;
import io.palmyra.contracts.decision.SignalAccepted;
import io.palmyra.contracts.decision.SignalDenied;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.orderevent.FillCorrected;
import io.palmyra.contracts.orderevent.OrderCanceled;
import io.palmyra.contracts.orderevent.OrderDenied;
import io.palmyra.contracts.orderevent.OrderEvent;
import io.palmyra.contracts.orderevent.OrderExpired;
import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.orderevent.OrderPending;
import io.palmyra.contracts.orderevent.OrderRejected;
import io.palmyra.contracts.orderevent.OrderReplaced;
import io.palmyra.contracts.value.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of an instance's own proposals: those without an answer yet, the orders at work, and
 * the position that its own fills came to.
 *
 * <p>A fill of an order that may only reduce takes the position to flat at most: risk closes what
 * the account holds, and what exceeds the instance's own share was somebody else's.
 */
final class OwnOrders {
  /** Denial by which risk says that the account holds nothing, whatever the instance believes. */
  private static final String NOTHING_TO_CLOSE = "NOTHING_TO_CLOSE";

  private static final int REMEMBERED = 10_000;

  private final SignalSource source;
  private final Map<SignalId, Instant> unanswered = new LinkedHashMap<>();
  private final Map<ClientOrderId, Boolean> reduceOnlyOfOpen = new HashMap<>();
  private final Map<ClientOrderId, Boolean> closed = new Remembered<>(REMEMBERED);
  private final Map<FillId, Quantity> fills = new Remembered<>(REMEMBERED);
  private Quantity position = Quantity.ZERO;

  OwnOrders(SignalSource source) {
    this.source = source;
  }

  Quantity position() {
    return position;
  }

  boolean underWay() {
    return !unanswered.isEmpty() || !reduceOnlyOfOpen.isEmpty();
  }

  /** Notes a proposal that went out; it is given up after its validity and as long again. */
  void proposed(SignalId signal, Instant validUntil, Duration grace) {
    unanswered.putIfAbsent(signal, validUntil.plus(grace));
  }

  /** Gives up what has had no answer for too long. Proposals stand in the order of their times. */
  void giveUp(Instant now) {
    while (!unanswered.isEmpty()) {
      var oldest = unanswered.entrySet().iterator();
      if (!oldest.next().getValue().isBefore(now)) {
        return;
      }
      oldest.remove();
    }
  }

  /** Applies a decision about a signal of this instance, passes over others. */
  void on(Decision decision) {
    switch (decision) {
      case SignalAccepted accepted when !accepted.source().equals(source) -> {}
      case SignalDenied denied when !denied.source().equals(source) -> {}
      case SignalAccepted accepted -> {
        unanswered.remove(accepted.signalId());
        if (accepted.order() != null) {
          open(accepted.clientOrderId(), accepted.order().reduceOnly());
        }
      }
      case SignalDenied denied -> {
        unanswered.remove(denied.signalId());
        if (denied.code().equals(NOTHING_TO_CLOSE)) {
          position = Quantity.ZERO;
        }
      }
      // Instances propose no order that is worked off in children.
      case ParentDecision _ -> {}
    }
  }

  /** Whether an event is about an order of this instance. */
  boolean isOwn(OrderEvent event) {
    return switch (event) {
      case OrderPending pending -> pending.source().equals(source);
      case OrderFilled filled -> filled.source().equals(source);
      case FillCorrected corrected -> fills.containsKey(corrected.fillId());
      default ->
          reduceOnlyOfOpen.containsKey(event.clientOrderId())
              || closed.containsKey(event.clientOrderId());
    };
  }

  /** Applies an event of an own order. */
  void on(OrderEvent event) {
    switch (event) {
      case OrderPending pending -> {
        unanswered.remove(pending.signalId());
        open(pending.clientOrderId(), pending.reduceOnly());
      }
      case OrderFilled filled -> fill(filled);
      case FillCorrected corrected -> correct(corrected);
      case OrderDenied _, OrderRejected _, OrderCanceled _, OrderExpired _ ->
          close(event.clientOrderId());
      case OrderReplaced replaced -> {
        boolean reduceOnly = Boolean.TRUE.equals(reduceOnlyOfOpen.get(replaced.clientOrderId()));
        close(replaced.clientOrderId());
        open(replaced.newClientOrderId(), reduceOnly);
      }
      default -> {
        // Submitted, accepted, unknown and the like leave it open.
      }
    }
  }

  private void fill(OrderFilled filled) {
    unanswered.remove(filled.signalId());
    Quantity change =
        filled.side().sign() > 0 ? filled.lastQuantity() : filled.lastQuantity().negate();
    Quantity after = position.plus(change);
    boolean reduceOnly = Boolean.TRUE.equals(reduceOnlyOfOpen.get(filled.clientOrderId()));
    if (reduceOnly && after.signum() == change.signum()) {
      change = position.negate();
      after = Quantity.ZERO;
    }
    if (fills.putIfAbsent(filled.fillId(), change) == null) {
      position = after;
    }
    if (filled.leavesQuantity().signum() == 0) {
      close(filled.clientOrderId());
    } else {
      open(filled.clientOrderId(), reduceOnly);
    }
  }

  private void correct(FillCorrected corrected) {
    Quantity before = fills.getOrDefault(corrected.fillId(), Quantity.ZERO);
    Quantity now = before.signum() < 0 ? corrected.quantity().negate() : corrected.quantity();
    fills.put(corrected.fillId(), now);
    position = position.plus(now).minus(before);
  }

  private void open(ClientOrderId order, boolean reduceOnly) {
    if (!closed.containsKey(order)) {
      reduceOnlyOfOpen.put(order, reduceOnly);
    }
  }

  private void close(ClientOrderId order) {
    reduceOnlyOfOpen.remove(order);
    closed.put(order, true);
  }

  /** The newest of what was put in. */
  private static final class Remembered<K, V> extends LinkedHashMap<K, V> {
    private final int most;

    Remembered(int most) {
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > most;
    }
  }
}
