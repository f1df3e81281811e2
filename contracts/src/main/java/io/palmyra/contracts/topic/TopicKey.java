package io.palmyra.contracts.topic;

/** What records are keyed by. */
public enum TopicKey {
  /** The instrument's id. */
  INSTRUMENT,
  /** The account's id. */
  ACCOUNT,
  /** Scope and halt id, or the heartbeat's instance. */
  CONTROL,
  /** The writing service's id. */
  SOURCE
}
