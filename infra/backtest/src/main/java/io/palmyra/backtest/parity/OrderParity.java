package io.palmyra.backtest.parity;

import io.palmyra.contracts.decision.ChildReleased;
import io.palmyra.contracts.decision.Decision;
import io.palmyra.contracts.decision.SignalAccepted;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.order.CancelOrder;
import io.palmyra.contracts.order.OrderCommand;
import io.palmyra.contracts.order.ReplaceOrder;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.core.risk.DecisionReplay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decisions made again from their records, and the orders that follow from them. */
final class OrderParity {
  private final Period period;
  private final Map<OrderKey, Kept> orders = new HashMap<>();
  private final Set<OrderKey> followed = new HashSet<>();
  private final Set<ClientOrderId> children = new HashSet<>();
  private final List<Difference> differences = new ArrayList<>();
  private Score decisions = Score.NONE;
  private Score commands = Score.NONE;

  private OrderParity(Period period) {
    this.period = period;
  }

  /** What an order is about: an order is sent, canceled and replaced under names. */
  private record OrderKey(String kind, ClientOrderId order) {
    static OrderKey of(OrderCommand command) {
      return switch (command) {
        case SubmitOrder submit -> new OrderKey("SubmitOrder", submit.clientOrderId());
        case CancelOrder cancel -> new OrderKey("CancelOrder", cancel.clientOrderId());
        case ReplaceOrder replace -> new OrderKey("ReplaceOrder", replace.newClientOrderId());
      };
    }
  }

  /**
   * Compares what was decided in a period.
   *
   * @param decided decisions of the period, and of a while before
   * @param sent orders of the same time
   */
  static OrdersReport of(List<Kept> decided, List<Kept> sent, Period period) {
    var parity = new OrderParity(period);
    sent.forEach(each -> parity.orders.putIfAbsent(OrderKey.of((OrderCommand) each.body()), each));
    decided.forEach(parity::take);
    parity.orders.forEach(parity::unfollowed);
    return new OrdersReport(parity.decisions, parity.commands, parity.differences);
  }

  private void take(Kept kept) {
    Decision decision = (Decision) kept.body();
    boolean counts = period.holds(kept.at());
    if (counts) {
      decisions = decisions.plus(again(kept, decision));
    }
    if (decision instanceof ChildReleased child) {
      children.add(child.order().clientOrderId());
    }
    OrderCommand expected = expected(decision);
    if (expected != null) {
      OrderKey key = OrderKey.of(expected);
      followed.add(key);
      if (counts) {
        commands = commands.plus(compare(expected, orders.get(key), kept));
      }
    }
  }

  private Score again(Kept kept, Decision decision) {
    String what = decision.getClass().getSimpleName() + " of " + decision.signalId();
    return switch (DecisionReplay.of(decision)) {
      case DecisionReplay.Same _ -> new Score(1, 0, 0, 0);
      case DecisionReplay.NothingToDecide _ -> Score.NONE;
      case DecisionReplay.Unrepeatable not -> {
        tell("missing", what, kept, "it can't be made again: " + not.why());
        yield new Score(0, 1, 0, 0);
      }
      case DecisionReplay.Different other -> {
        tell("different", what, kept, "made again it is " + other.now());
        yield new Score(0, 0, 0, 1);
      }
    };
  }

  /** An order that follows from a decision; what is not in the decision is not compared. */
  private static @Nullable OrderCommand expected(Decision decision) {
    return switch (decision) {
      case SignalAccepted accepted -> ExpectedOrder.of(accepted);
      case ChildReleased child -> ExpectedOrder.of(child);
      default -> null;
    };
  }

  private Score compare(OrderCommand expected, @Nullable Kept sent, Kept decision) {
    String what = expected.getClass().getSimpleName() + " " + OrderKey.of(expected).order();
    if (sent == null) {
      tell("extra", what, decision, "it follows from its decision and is not on orders");
      return new Score(0, 0, 1, 0);
    }
    OrderCommand was = (OrderCommand) sent.body();
    OrderCommand is = ExpectedOrder.approvedAs(expected, was);
    if (was.equals(is)) {
      return new Score(1, 0, 0, 0);
    }
    tell("different", what, sent, "on orders " + was + ", by its decision " + is);
    return new Score(0, 0, 0, 1);
  }

  private void unfollowed(OrderKey key, Kept sent) {
    boolean ofAChild = sent.body() instanceof CancelOrder && children.contains(key.order());
    if (period.holds(sent.at()) && !followed.contains(key) && !ofAChild) {
      tell("missing", key.kind() + " " + key.order(), sent, "no decision asks for it");
      commands = commands.plus(new Score(0, 1, 0, 0));
    }
  }

  private void tell(String kind, String what, Kept where, String detail) {
    differences.add(new Difference(kind, what, where.at().toString(), List.of(detail)));
  }
}
