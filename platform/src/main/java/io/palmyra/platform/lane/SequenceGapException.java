package io.palmyra.platform.lane;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.topic.Topic;

/** A message is missing before one that came. */
final class SequenceGapException extends RuntimeException {
  SequenceGapException(Topic topic, AccountId account, long last, long came) {
    super(
        "gap on "
            + topic.topicName()
            + " of account "
            + account
            + ": after sequence "
            + last
            + " came "
            + came);
  }
}
