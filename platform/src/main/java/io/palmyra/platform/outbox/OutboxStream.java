package io.palmyra.platform.outbox;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.topic.Topic;

/**
 * One gapless sequence.
 *
 * @param topic on which
 * @param account of which
 */
record OutboxStream(Topic topic, AccountId account) {}
