package io.palmyra.platform.compacted;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.Message;
import org.jspecify.annotations.Nullable;

/**
 * A record of a compacted topic.
 *
 * @param key of the record
 * @param envelope what it says, null for a tombstone
 * @param offset where it stands
 * @param live whether it was written after this reading began, and so tells of the present
 * @param arrivedNanos local monotonic time of its arrival
 */
public record CompactedRecord(
    String key,
    @Nullable Envelope<? extends Message> envelope,
    long offset,
    boolean live,
    long arrivedNanos) {}
