package io.palmyra.core.risk;

import io.palmyra.contracts.decision.OrderDraft;
import io.palmyra.contracts.decision.SignalAccepted;
import io.palmyra.contracts.decision.SignalDenied;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.order.CancelOrder;
import io.palmyra.contracts.order.ReplaceOrder;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.core.risk.parent.Parent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a decision that was made does to what risk knows of an account. */
final class DecisionEffects {
  private DecisionEffects() {}

  static void apply(RiskState state, RiskDecision made) {
    String order = null;
    SignalSource sent = null;
    if (made.decision() instanceof SignalAccepted accepted) {
      OrderDraft draft = accepted.order();
      if (draft == null) {
        canceled(state, accepted, made);
      } else {
        sent = accepted.source();
        note(state, accepted);
        if (ordered(state, accepted, draft, made)) {
          order = Fingerprint.of(accepted.source(), draft);
        }
      }
    }
    state.put(new DecidedSignal(made.decision().signalId(), decidedAt(made), sent, order));
  }

  /** A parent is canceled here; whatever else is, by execution. */
  private static void canceled(RiskState state, SignalAccepted accepted, RiskDecision made) {
    if (made.command() == null) {
      state.parents().stop(accepted.clientOrderId(), "CANCELED " + accepted.source());
    }
  }

  /** Whether there is a new order by it. */
  private static boolean ordered(
      RiskState state, SignalAccepted accepted, OrderDraft draft, RiskDecision made) {
    return switch (made.command()) {
      case SubmitOrder _ -> {
        state.put(OpenOrder.accepted(draft, accepted.signalId(), accepted.source()));
        yield true;
      }
      case ReplaceOrder replace -> {
        var asked = new OpenOrder.Asked(replace.newClientOrderId(), draft.quantity());
        state
            .open(replace.clientOrderId())
            .ifPresent(replaced -> state.put(replaced.asking(asked)));
        yield false;
      }
      case CancelOrder _ -> false;
      case null -> approved(state, accepted, draft, made.parent());
    };
  }

  private static boolean approved(
      RiskState state, SignalAccepted accepted, OrderDraft draft, @Nullable Parent parent) {
    if (parent == null) {
      return false;
    }
    state.parents().put(parent);
    state.put(OpenOrder.accepted(draft, accepted.signalId(), accepted.source()));
    return true;
  }

  static void apply(RiskState state, ParentStep made) {
    Parent parent = made.parent();
    OrderDraft child = made.child();
    state.parents().put(parent);
    if (child != null) {
      state.flow().sent(parent.source(), made.at());
      state.flow().mid(child.instrument(), made.mid(), made.at());
      state.put(OpenOrder.accepted(child, parent.signalId(), parent.source()));
    }
    if (parent.ended()) {
      state.open(parent.id()).ifPresent(whole -> state.put(whole.end()));
    }
  }

  private static void note(RiskState state, SignalAccepted accepted) {
    QuoteTick quote = accepted.used().quote();
    if (quote != null) {
      state.flow().mid(accepted.instrument(), quote.mid(), accepted.used().decidedAt());
    }
  }

  private static Instant decidedAt(RiskDecision made) {
    return switch (made.decision()) {
      case SignalAccepted accepted -> accepted.used().decidedAt();
      case SignalDenied denied -> denied.used().decidedAt();
    };
  }
}
