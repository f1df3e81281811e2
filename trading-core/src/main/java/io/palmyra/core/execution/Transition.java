package io.palmyra.core.execution;

/** What an event does to an order. */
public sealed interface Transition {
  /** The order goes on in a new state. */
  record Moved(OrderState next) implements Transition {}

  /** The event says what is known already: nothing changes. */
  record Repeated() implements Transition {}

  /**
   * The event cannot follow from the state: it is recorded and alerted, never applied.
   *
   * @param reason for people
   */
  record Illegal(String reason) implements Transition {}
}
