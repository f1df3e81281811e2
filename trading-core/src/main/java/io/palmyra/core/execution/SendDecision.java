package io.palmyra.core.execution;

/** Whether an order goes. */
public sealed interface SendDecision {
  /** It goes. */
  record Send() implements SendDecision {}

  /**
   * It does not go, now or ever.
   *
   * @param code stable
   * @param detail for people
   */
  record Deny(DenyCode code, String detail) implements SendDecision {}
}
