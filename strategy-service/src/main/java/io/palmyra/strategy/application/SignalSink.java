package io.palmyra.strategy.application;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.signal.Signal;
import java.time.Instant;

/** Takes signals on their way to risk. */
public interface SignalSink {
  /**
   * Sends a signal; returns at once. One that cannot be sent is logged and counted; its validity
   * ends what was proposed.
   *
   * @param marketTime of the input
   * @param cause the input that it followed from
   */
  void send(Signal signal, Instant marketTime, Envelope<?> cause);
}
