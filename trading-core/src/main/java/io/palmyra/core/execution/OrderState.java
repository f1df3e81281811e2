package io.palmyra.core.execution;

/** Where an order stands. The last six are final and are never left. */
public sealed interface OrderState {
  /** How far it has come. */
  Progress progress();

  /** Whether nothing more can happen to it. */
  default boolean terminal() {
    return switch (this) {
      case Pending _,
          Submitted _,
          Working _,
          PartiallyFilled _,
          PendingCancel _,
          PendingReplace _,
          Unknown _ ->
          false;
      case Filled _, Canceled _, Rejected _, Denied _, Expired _, Replaced _ -> true;
    };
  }

  /** Its stable name, as stored and shown. */
  default String code() {
    return switch (this) {
      case Pending _ -> "PENDING";
      case Submitted _ -> "SUBMITTED";
      case Working _ -> "WORKING";
      case PartiallyFilled _ -> "PARTIALLY_FILLED";
      case PendingCancel _ -> "PENDING_CANCEL";
      case PendingReplace _ -> "PENDING_REPLACE";
      case Unknown _ -> "UNKNOWN";
      case Filled _ -> "FILLED";
      case Canceled _ -> "CANCELED";
      case Rejected _ -> "REJECTED";
      case Denied _ -> "DENIED";
      case Expired _ -> "EXPIRED";
      case Replaced _ -> "REPLACED";
    };
  }

  /** The state of a stored code. */
  static OrderState of(String code, Progress progress) {
    return switch (code) {
      case "PENDING" -> new Pending(progress);
      case "SUBMITTED" -> new Submitted(progress);
      case "WORKING" -> new Working(progress);
      case "PARTIALLY_FILLED" -> new PartiallyFilled(progress);
      case "PENDING_CANCEL" -> new PendingCancel(progress);
      case "PENDING_REPLACE" -> new PendingReplace(progress);
      case "UNKNOWN" -> new Unknown(progress);
      case "FILLED" -> new Filled(progress);
      case "CANCELED" -> new Canceled(progress);
      case "REJECTED" -> new Rejected(progress);
      case "DENIED" -> new Denied(progress);
      case "EXPIRED" -> new Expired(progress);
      case "REPLACED" -> new Replaced(progress);
      default -> throw new IllegalArgumentException("'" + code + "' is no state of an order");
    };
  }

  /** Durable with us; the venue has not heard of it, unless we died between the two. */
  record Pending(Progress progress) implements OrderState {}

  /** It may be on its way; the venue has not answered. */
  record Submitted(Progress progress) implements OrderState {}

  /** The venue works it. */
  record Working(Progress progress) implements OrderState {}

  /** The venue works what is left of it. */
  record PartiallyFilled(Progress progress) implements OrderState {}

  /** A cancel is on its way. */
  record PendingCancel(Progress progress) implements OrderState {}

  /** New values are on their way. */
  record PendingReplace(Progress progress) implements OrderState {}

  /** Only the venue can tell. */
  record Unknown(Progress progress) implements OrderState {}

  /** All of it was filled. */
  record Filled(Progress progress) implements OrderState {}

  /** What was open is gone. */
  record Canceled(Progress progress) implements OrderState {}

  /** The venue refused it. */
  record Rejected(Progress progress) implements OrderState {}

  /** We did not send it, or the venue never got it. */
  record Denied(Progress progress) implements OrderState {}

  /** Its time in force ended. */
  record Expired(Progress progress) implements OrderState {}

  /** It goes on under another name, with new values. */
  record Replaced(Progress progress) implements OrderState {}
}
