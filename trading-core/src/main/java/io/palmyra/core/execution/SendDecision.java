package io.palmyra.core.execution;

/** Whether an order goes. */
public sealed interface SendDecision {
  /** It goes. */
  record Send() implements SendDecision {}

  /**
   * It does not go yet: its owner has only begun, and does not know enough. It is asked again.
   *
   * @param detail for people
   */
  record Wait(String detail) implements SendDecision {}

  /**
   * It does not go, now or ever.
   *
   * @param code stable
   * @param detail for people
   */
  record Deny(DenyCode code, String detail) implements SendDecision {}
}
