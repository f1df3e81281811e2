package io.palmyra.platform.lease;

import io.palmyra.platform.database.PipelinedWrites;
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

  private final PipelinedWrites writes;
  private final Supplier<Optional<Held>> lease;

  /**
   * @param jdbc on the database whose transactions are guarded
   * @param lease empty once it is known to be gone
   */
  public EpochGuard(JdbcTemplate jdbc, Supplier<Optional<Held>> lease) {
    this.writes = new PipelinedWrites(jdbc);
    this.lease = lease;
  }

  @Override
  public void verify() {
    Held held =
        lease
            .get()
            .filter(one -> !one.revoked())
            .orElseThrow(() -> new LostOwnershipException("a lease that is not held"));
    writes.require(
        () -> new LostOwnershipException(held.resource()), NEWEST, held.resource(), held.epoch());
  }
}
