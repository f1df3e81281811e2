package io.palmyra.backtest.parity;

import io.palmyra.contracts.signal.Signal;
import java.time.Instant;

/**
 * A signal that was made again.
 *
 * @param signal as it came out
 * @param marketTime at which
 * @param cause the input that it followed from
 */
record Made(Signal signal, Instant marketTime, Kept cause) {}
