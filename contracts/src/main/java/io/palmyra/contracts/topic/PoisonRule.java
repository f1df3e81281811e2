package io.palmyra.contracts.topic;

/** What a reader does with a record that it cannot read or apply. */
public enum PoisonRule {
  /** It goes to the dead letter topic with its cause, and reading goes on. */
  DEAD_LETTER,
  /** The partition stops, a halt of its accounts is asked for, an alert is raised. */
  STOP,
  /** Nothing is sent any more. */
  REFUSE_ALL
}
