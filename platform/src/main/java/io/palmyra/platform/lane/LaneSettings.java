package io.palmyra.platform.lane;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.topic.Topic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a lane reads and owns.
 *
 * @param name under which its offsets are kept; unique in its database
 * @param topics account topics, all with the same partitions
 * @param group consumer group that shares the partitions out, null for a lane of one account
 * @param account the one account of a lane that is owned by lease, null for a group's
 * @param guard asked inside each transaction
 */
public record LaneSettings(
    String name,
    List<Topic> topics,
    @Nullable String group,
    @Nullable AccountId account,
    LaneGuard guard) {

  public LaneSettings {
    topics = List.copyOf(topics);
    if ((group == null) == (account == null)) {
      throw new IllegalArgumentException("lane " + name + " needs a group or an account, not both");
    }
  }

  /** A lane whose partitions a consumer group shares out. */
  public static LaneSettings ofGroup(String group, Topic... topics) {
    return new LaneSettings(group, List.of(topics), group, null, LaneGuard.NONE);
  }

  /** A lane of one account, owned by whoever the guard lets through. */
  public static LaneSettings ofAccount(
      String name, AccountId account, LaneGuard guard, Topic... topics) {
    return new LaneSettings(name + ":" + account, List.of(topics), null, account, guard);
  }

  /** Partition of a key, if this lane would own it. */
  boolean takes(@Nullable String key) {
    return account == null || account.value().equals(key);
  }
}
