package io.palmyra.platform.stream;

import io.palmyra.platform.codec.MessageCodec;
import io.palmyra.platform.poison.DeadLetters;
import io.palmyra.platform.time.MonotonicClock;
import java.time.InstantSource;

/**
 * What every reader is made of.
 *
 * @param clients makes consumers
 * @param codec reads messages
 * @param deadLetters takes what cannot be read or applied
 * @param tracing continues traces
 * @param clock wall time
 * @param monotonic for staleness
 */
public record StreamParts(
    KafkaClients clients,
    MessageCodec codec,
    DeadLetters deadLetters,
    MessageTracing tracing,
    InstantSource clock,
    MonotonicClock monotonic) {}
