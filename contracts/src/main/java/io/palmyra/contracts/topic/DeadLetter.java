package io.palmyra.contracts.topic;

import io.palmyra.contracts.WireName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that a reader could not read or apply.
 *
 * @param topic where it stood
 * @param partition where it stood
 * @param offset where it stood
 * @param key its key, or the beginning of a long one
 * @param reader service that failed
 * @param cause why, for people
 * @param payload its bytes in Base64, or the beginning of very many
 * @param at when it was given up, in wall time
 * @param wholeBytes how many bytes it has where payload holds only their beginning, else null
 */
@WireName("dead-letter")
public record DeadLetter(
    String topic,
    int partition,
    long offset,
    @Nullable String key,
    String reader,
    String cause,
    String payload,
    Instant at,
    @Nullable Integer wholeBytes)
    implements DeadLetterMessage {}
