package io.palmyra.platform.lane;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.topic.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a lane reads and owns.
 *
 * @param name under which its offsets are kept; unique in its database
 * @param topics account topics, all with the same partitions
 * @param group consumer group that shares the partitions out, null for a lane of one account
 * @param account the one account of a lane that is owned by lease, null for a group's
 * @param guard asked inside each transaction
 * @param patience of what nobody waits for
 * @param first topics whose backlog is applied, wherever a partition is opened, before the others'
 */
public record LaneSettings(
    String name,
    List<Topic> topics,
    @Nullable String group,
    @Nullable AccountId account,
    LaneGuard guard,
    Patience patience,
    Set<Topic> first) {

  public LaneSettings {
    topics = List.copyOf(topics);
    first = Set.copyOf(first);
    if ((group == null) == (account == null)) {
      throw new IllegalArgumentException("lane " + name + " needs a group or an account, not both");
    }
  }

  /** A lane whose partitions a consumer group shares out. */
  public static LaneSettings ofGroup(String group, Topic... topics) {
    return new LaneSettings(
        group, List.of(topics), group, null, LaneGuard.NONE, Patience.NONE, Set.of());
  }

  /** A lane of one account, owned by whoever the guard lets through. */
  public static LaneSettings ofAccount(
      String name, AccountId account, LaneGuard guard, Topic... topics) {
    return new LaneSettings(
        name + ":" + account, List.of(topics), null, account, guard, Patience.NONE, Set.of());
  }

  /**
   * The same lane, in which records of some topics and commands that are {@link Urgency#SOON} wait
   * for others to share their commit with.
   *
   * @param longest how long at most
   * @param unhurried topics whose records can wait
   */
  public LaneSettings patient(Duration longest, Topic... unhurried) {
    return new LaneSettings(
        name, topics, group, account, guard, new Patience(longest, Set.of(unhurried)), first);
  }

  /**
   * The same lane, which learns before it decides: what had come on some topics when a partition
   * was opened is applied before anything of the others.
   */
  public LaneSettings learningFirstFrom(Topic... learned) {
    return new LaneSettings(name, topics, group, account, guard, patience, Set.of(learned));
  }

  /** Whether a record concerns this lane; one without a key may, and is never passed over. */
  boolean takes(@Nullable String key) {
    return account == null || key == null || account.value().equals(key);
  }
}
