package io.palmyra.execution.simulation;

import io.palmyra.contracts.control.ControlMessage;
import io.palmyra.core.control.TradingControl;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One process's view of control. */
final class ControlReader {
  private final ControlLog log;
  private final VirtualClock clock;
  private final UnaryOperator<ControlMessage> heard;
  private final int endAtStart;
  private int position;
  private long readNanos;
  private TradingControl state = TradingControl.empty();

  /**
   * @param heard what arrives of a message; the message, unless something is broken
   */
  ControlReader(ControlLog log, VirtualClock clock, UnaryOperator<ControlMessage> heard) {
    this.heard = heard;
    this.log = log;
    this.clock = clock;
    this.endAtStart = log.end();
  }

  /** Takes in what was written. */
  void read() {
    readNanos = clock.nanos();
    for (; position < log.end(); position++) {
      ControlMessage message = heard.apply(log.at(position).message());
      state = state.fold(message.key(), message, position >= endAtStart, clock.nanos());
    }
  }

  /** How many records were read. */
  int position() {
    return position;
  }

  /** When they were. */
  long readNanos() {
    return readNanos;
  }

  /** Empty until the topic was read to the end that it had at the start. */
  Optional<TradingControl> complete() {
    return position < endAtStart ? Optional.empty() : Optional.of(state);
  }
}
