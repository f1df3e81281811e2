package io.palmyra.platform.outbox;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.topic.Topic;
import org.jspecify.annotations.Nullable;

/**
 * A message that a transaction wants published.
 *
 * @param topic where it goes
 * @param account whose, its key
 * @param partition of the account
 * @param sequence place in the gapless sequence of the account on the topic, from 1
 * @param payload as it stands on the wire
 * @param traceparent of the work that caused it
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way to two drivers, never compared
record OutboxMessage(
    Topic topic,
    AccountId account,
    int partition,
    long sequence,
    byte[] payload,
    @Nullable String traceparent) {}
