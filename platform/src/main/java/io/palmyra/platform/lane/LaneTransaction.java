package io.palmyra.platform.lane;

import io.palmyra.contracts.Message;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.topic.Topic;
import java.time.Instant;

/** The transaction in which a message or command is applied; good until the call returns. */
public interface LaneTransaction {
  /**
   * Publishes a message after the commit, under an id derived from the current cause and the
   * ordinal of the message under it.
   */
  void publish(Topic topic, AccountId account, Message body, Instant occurredAt);

  /** Publishes a message after the commit, under an id derived elsewhere. */
  void publish(Topic topic, AccountId account, String id, Message body, Instant occurredAt);

  /**
   * Sequence of the last message of an account on a topic, those of this transaction included; 0
   * before the first.
   */
  long lastSequence(Topic topic, AccountId account);

  /** Runs an action on the lane's thread right after the commit; never after a roll-back. */
  void afterCommit(Runnable action);
}
