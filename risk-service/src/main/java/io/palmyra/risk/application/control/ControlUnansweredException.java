package io.palmyra.risk.application.control;

/** Kafka did not confirm a record of control in time; it may still come to stand there. */
public final class ControlUnansweredException extends RuntimeException {
  ControlUnansweredException(String key, Throwable cause) {
    super("Kafka did not confirm " + key + " in time", cause);
  }
}
