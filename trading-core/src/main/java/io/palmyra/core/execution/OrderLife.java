package io.palmyra.core.execution;

import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.execution.LifeEvent.Accepted;
import io.palmyra.core.execution.LifeEvent.AnswerLost;
import io.palmyra.core.execution.LifeEvent.CancelRefused;
import io.palmyra.core.execution.LifeEvent.CancelSent;
import io.palmyra.core.execution.LifeEvent.CanceledByVenue;
import io.palmyra.core.execution.LifeEvent.DeniedByUs;
import io.palmyra.core.execution.LifeEvent.ExpiredAtVenue;
import io.palmyra.core.execution.LifeEvent.Fill;
import io.palmyra.core.execution.LifeEvent.NotAtVenue;
import io.palmyra.core.execution.LifeEvent.Refused;
import io.palmyra.core.execution.LifeEvent.ReplaceRefused;
import io.palmyra.core.execution.LifeEvent.ReplaceSent;
import io.palmyra.core.execution.LifeEvent.Replaced;
import io.palmyra.core.execution.LifeEvent.Sent;
import io.palmyra.core.execution.OrderState.Canceled;
import io.palmyra.core.execution.OrderState.Denied;
import io.palmyra.core.execution.OrderState.Expired;
import io.palmyra.core.execution.OrderState.Filled;
import io.palmyra.core.execution.OrderState.PartiallyFilled;
import io.palmyra.core.execution.OrderState.Pending;
import io.palmyra.core.execution.OrderState.PendingCancel;
import io.palmyra.core.execution.OrderState.PendingReplace;
import io.palmyra.core.execution.OrderState.Rejected;
import io.palmyra.core.execution.OrderState.Submitted;
import io.palmyra.core.execution.OrderState.Unknown;
import io.palmyra.core.execution.OrderState.Working;
import io.palmyra.core.execution.Transition.Illegal;
import io.palmyra.core.execution.Transition.Moved;
import io.palmyra.core.execution.Transition.Repeated;
import java.util.function.Function;

/**
 * The life of an order: one table of all states and all events.
 *
 * <p>The venue's word counts in every state that is not final, since an answer may overtake our own
 * note of the question. A fill that was applied before changes nothing, in any state. What never
 * happens: a final state that is left, more filled than ordered, an unknown order guessed failed.
 */
public final class OrderLife {
  private OrderLife() {}

  /** What the event does to an order in the state. */
  public static Transition apply(OrderState state, LifeEvent event) {
    if (event instanceof Fill fill && state.progress().fills().contains(fill.fill())) {
      return new Repeated();
    }
    return switch (state) {
      case Pending now ->
          switch (event) {
            case Sent _ -> to(new Submitted(now.progress()));
            case DeniedByUs _ -> to(new Denied(now.progress()));
            case Accepted _ -> to(new Working(now.progress().taken()));
            case Refused _ -> to(new Rejected(now.progress()));
            case Fill fill -> filled(now, fill, OrderLife::working);
            case CanceledByVenue _ -> to(new Canceled(now.progress()));
            case ExpiredAtVenue _ -> to(new Expired(now.progress()));
            case CancelSent _ -> to(new PendingCancel(now.progress()));
            // It left, and the note of that did not come to stand.
            case AnswerLost _ -> to(new Unknown(now.progress()));
            case NotAtVenue _, CancelRefused _ -> new Repeated();
            case ReplaceSent _, Replaced _, ReplaceRefused _ -> no(state, event);
          };
      case Submitted now ->
          switch (event) {
            case Accepted _ -> to(new Working(now.progress().taken()));
            case Refused _ -> to(new Rejected(now.progress()));
            case Fill fill -> filled(now, fill, OrderLife::working);
            case CancelSent _ -> to(new PendingCancel(now.progress()));
            case CanceledByVenue _ -> to(new Canceled(now.progress()));
            case ExpiredAtVenue _ -> to(new Expired(now.progress()));
            case AnswerLost _, NotAtVenue _ -> to(new Unknown(now.progress()));
            case Sent _, CancelRefused _ -> new Repeated();
            case DeniedByUs _, ReplaceSent _, Replaced _, ReplaceRefused _ -> no(state, event);
          };
      case Working _, PartiallyFilled _ ->
          switch (event) {
            case Fill fill -> filled(state, fill, OrderLife::working);
            case CancelSent _ -> to(new PendingCancel(state.progress()));
            case CanceledByVenue _ -> to(new Canceled(state.progress()));
            case ExpiredAtVenue _ -> to(new Expired(state.progress()));
            case ReplaceSent _ -> to(new PendingReplace(state.progress()));
            case Replaced replaced -> replaced(state, replaced);
            case NotAtVenue _ -> to(new Unknown(state.progress()));
            case Sent _, Accepted _, CancelRefused _, ReplaceRefused _, AnswerLost _ ->
                new Repeated();
            case DeniedByUs _, Refused _ -> no(state, event);
          };
      case PendingCancel now ->
          switch (event) {
            case Accepted _ ->
                now.progress().accepted()
                    ? new Repeated()
                    : to(new PendingCancel(now.progress().taken()));
            case Fill fill -> filled(now, fill, PendingCancel::new);
            case CanceledByVenue _ -> to(new Canceled(now.progress()));
            // A cancel refused of an order that the venue never took up says that it has none.
            case CancelRefused _ ->
                to(
                    now.progress().accepted()
                        ? working(now.progress())
                        : new Unknown(now.progress()));
            case ExpiredAtVenue _ -> to(new Expired(now.progress()));
            case Replaced replaced -> replaced(now, replaced);
            case Refused _ ->
                now.progress().accepted() ? no(state, event) : to(new Rejected(now.progress()));
            case AnswerLost _, NotAtVenue _ -> to(new Unknown(now.progress()));
            case Sent _, CancelSent _, ReplaceRefused _ -> new Repeated();
            case DeniedByUs _ ->
                now.progress().accepted() ? no(state, event) : to(new Denied(now.progress()));
            case ReplaceSent _ -> no(state, event);
          };
      case PendingReplace now ->
          switch (event) {
            case Fill fill -> filled(now, fill, PendingReplace::new);
            case Replaced replaced -> replaced(now, replaced);
            case ReplaceRefused _ -> to(working(now.progress()));
            case CancelSent _ -> to(new PendingCancel(now.progress()));
            case CanceledByVenue _ -> to(new Canceled(now.progress()));
            case ExpiredAtVenue _ -> to(new Expired(now.progress()));
            case AnswerLost _, NotAtVenue _ -> to(new Unknown(now.progress()));
            case Sent _, Accepted _, CancelRefused _, ReplaceSent _ -> new Repeated();
            case DeniedByUs _, Refused _ -> no(state, event);
          };
      case Unknown now ->
          switch (event) {
            case Accepted _ -> to(working(now.progress().taken()));
            case Refused _ ->
                now.progress().accepted() ? no(state, event) : to(new Rejected(now.progress()));
            case Fill fill -> filled(now, fill, Unknown::new);
            case CanceledByVenue _ -> to(new Canceled(now.progress()));
            case ExpiredAtVenue _ -> to(new Expired(now.progress()));
            case Replaced replaced -> replaced(now, replaced);
            case NotAtVenue _ ->
                now.progress().accepted() ? no(state, event) : to(new Denied(now.progress()));
            case Sent _, CancelSent _, CancelRefused _, ReplaceRefused _, AnswerLost _ ->
                new Repeated();
            case DeniedByUs _, ReplaceSent _ -> no(state, event);
          };
      case Filled _, Canceled _, Rejected _, Denied _, Expired _, OrderState.Replaced _ ->
          switch (event) {
            case Sent _,
                Accepted _,
                CancelSent _,
                CancelRefused _,
                ReplaceSent _,
                ReplaceRefused _,
                AnswerLost _,
                NotAtVenue _,
                DeniedByUs _ ->
                new Repeated();
            case Refused _ -> state instanceof Rejected ? new Repeated() : no(state, event);
            case CanceledByVenue _ -> state instanceof Canceled ? new Repeated() : no(state, event);
            case ExpiredAtVenue _ -> state instanceof Expired ? new Repeated() : no(state, event);
            case Replaced _ ->
                state instanceof OrderState.Replaced ? new Repeated() : no(state, event);
            case Fill _ -> no(state, event);
          };
    };
  }

  private static Transition to(OrderState next) {
    return new Moved(next);
  }

  private static OrderState working(Progress progress) {
    return progress.cumulative().signum() > 0
        ? new PartiallyFilled(progress)
        : new Working(progress);
  }

  private static Transition filled(
      OrderState state, Fill fill, Function<Progress, OrderState> open) {
    if (fill.lastQuantity().signum() <= 0
        || fill.lastQuantity().compareTo(state.progress().leaves()) > 0) {
      return new Illegal(
          "fill of " + fill.lastQuantity() + " where " + state.progress().leaves() + " is open");
    }
    Progress after = state.progress().with(fill.fill(), fill.lastQuantity());
    return to(after.complete() ? new Filled(after) : open.apply(after));
  }

  private static Transition replaced(OrderState state, Replaced replaced) {
    return replaced.quantity().compareTo(state.progress().cumulative()) < 0
        ? new Illegal("replaced by " + replaced.quantity() + " where more is filled already")
        : to(new OrderState.Replaced(state.progress()));
  }

  /**
   * Where an order stands that goes on under a new name.
   *
   * @param before how far it had come under the old one
   * @param quantity new total
   */
  public static OrderState renamed(Progress before, Quantity quantity) {
    Progress after = before.resized(quantity);
    return after.complete() ? new Filled(after) : working(after);
  }

  private static Transition no(OrderState state, LifeEvent event) {
    return new Illegal(event.getClass().getSimpleName() + " in " + state.code());
  }
}
