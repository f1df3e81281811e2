package io.palmyra.platform.lease;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/** The statements of a lease, each on the connection that holds, or shall hold, its lock. */
final class LeaseStore {
  private static final String LOCK = "select pg_try_advisory_lock(hashtextextended(?, 0))";

  private static final String NEXT_EPOCH =
      """
      insert into leader (resource, epoch, holder) values (?, 1, ?)
      on conflict (resource) do update
        set epoch = leader.epoch + 1, holder = excluded.holder, acquired = clock_timestamp()
      returning epoch""";

  private static final String REST_OF_OLD_TERM =
      """
      select greatest(0, extract(epoch from seen - clock_timestamp()) * 1000 + ?)::bigint
      from leader_seen where resource = ? and not released""";

  private static final String SEEN =
      """
      insert into leader_seen (resource, seen)
        select resource, clock_timestamp() from leader where resource = ? and epoch = ?
      on conflict (resource) do update set seen = clock_timestamp(), released = false""";

  private static final String RELEASED =
      "update leader_seen set released = true where resource = ?";

  private static final String CUT_OFF_FROZEN =
      """
      select pg_terminate_backend(l.pid)
      from pg_locks l
      where l.locktype = 'advisory' and l.granted and l.objsubid = 1 and l.pid <> pg_backend_pid()
        and l.database = (select oid from pg_database where datname = current_database())
        and (l.classid::bigint << 32 | l.objid::bigint) = hashtextextended(?, 0)
        and exists (select from leader_seen s where s.resource = ?
                    and s.seen + ? * interval '1 millisecond' < clock_timestamp())""";

  private LeaseStore() {}

  static boolean tryLock(Connection connection, String resource) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
      lock.setString(1, resource);
      return flag(lock);
    }
  }

  /** Milliseconds during which the holder before us may still believe that it may send. */
  static long restOfOldTermMillis(Connection connection, String resource, Duration margin)
      throws SQLException {
    try (PreparedStatement rest = connection.prepareStatement(REST_OF_OLD_TERM)) {
      rest.setLong(1, margin.toMillis());
      rest.setString(2, resource);
      try (ResultSet row = rest.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }

  static long nextEpoch(Connection connection, String resource, String holder) throws SQLException {
    try (PreparedStatement next = connection.prepareStatement(NEXT_EPOCH)) {
      next.setString(1, resource);
      next.setString(2, holder);
      try (ResultSet row = next.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** Notes that the holder is there; false if the epoch has moved on. */
  static boolean seen(Connection connection, String resource, long epoch) throws SQLException {
    try (PreparedStatement seen = connection.prepareStatement(SEEN)) {
      seen.setString(1, resource);
      seen.setLong(2, epoch);
      return seen.executeUpdate() == 1;
    }
  }

  static void released(Connection connection, String resource) throws SQLException {
    try (PreparedStatement released = connection.prepareStatement(RELEASED)) {
      released.setString(1, resource);
      released.executeUpdate();
    }
  }

  /** Ends the connection of a holder that keeps the lock but has long not been seen. */
  static boolean cutOffFrozen(Connection connection, String resource, Duration frozenAfter)
      throws SQLException {
    try (PreparedStatement cut = connection.prepareStatement(CUT_OFF_FROZEN)) {
      cut.setString(1, resource);
      cut.setString(2, resource);
      cut.setLong(3, frozenAfter.toMillis());
      return flag(cut);
    }
  }

  private static boolean flag(PreparedStatement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      return row.next() && row.getBoolean(1);
    }
  }
}
