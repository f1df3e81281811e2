package io.palmyra.platform.lease;

import io.palmyra.platform.lane.LaneGuard;
import io.palmyra.platform.lane.LostOwnershipException;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Asks inside a transaction whether our epoch is still the newest, and keeps it so until the
 * commit.
 *
 * <p>The row is read in share mode: a new holder's epoch waits for our commit, or our transaction
 * finds the epoch moved on. So nothing of an old holder becomes durable after a new one began.
 */
public final class EpochGuard implements LaneGuard {
  private static final String NEWEST =
      "select epoch from leader where resource = ? and epoch = ? for share";

  private final JdbcTemplate jdbc;
  private final Supplier<Optional<Held>> lease;

  public EpochGuard(JdbcTemplate jdbc, Supplier<Optional<Held>> lease) {
    this.jdbc = jdbc;
    this.lease = lease;
  }

  /** Whether the lease is held and its epoch is the newest; called within the transaction. */
  public boolean owns() {
    return lease
        .get()
        .filter(held -> !held.revoked())
        .filter(
            held -> !jdbc.queryForList(NEWEST, Long.class, held.resource(), held.epoch()).isEmpty())
        .isPresent();
  }

  @Override
  public void verify() {
    if (!owns()) {
      throw new LostOwnershipException(
          lease.get().map(Held::resource).orElse("a lease that is not held"));
    }
  }
}
