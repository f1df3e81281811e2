package io.palmyra.core.execution;

import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.value.Quantity;

/** What can happen to an order: by us, or told by the venue. */
public sealed interface LifeEvent {
  /** Its bytes are about to leave. */
  record Sent() implements LifeEvent {}

  /** We decided not to send it. */
  record DeniedByUs() implements LifeEvent {}

  /** The venue took it up. */
  record Accepted() implements LifeEvent {}

  /** The venue refused it. */
  record Refused() implements LifeEvent {}

  /**
   * The venue filled some of it.
   *
   * @param fill which
   * @param lastQuantity of this fill, above 0
   */
  record Fill(FillId fill, Quantity lastQuantity) implements LifeEvent {}

  /** A cancel is about to leave. */
  record CancelSent() implements LifeEvent {}

  /** The venue canceled what was open. */
  record CanceledByVenue() implements LifeEvent {}

  /** The venue would not cancel it. */
  record CancelRefused() implements LifeEvent {}

  /** New values are about to leave. */
  record ReplaceSent() implements LifeEvent {}

  /**
   * The venue works it with new values, under a new name.
   *
   * @param quantity new total
   */
  record Replaced(Quantity quantity) implements LifeEvent {}

  /** The venue kept the old values. */
  record ReplaceRefused() implements LifeEvent {}

  /** Its time in force ended. */
  record ExpiredAtVenue() implements LifeEvent {}

  /** An answer is overdue or was cut off. */
  record AnswerLost() implements LifeEvent {}

  /** The venue, asked, does not know it, and can't get it any more. */
  record NotAtVenue() implements LifeEvent {}
}
