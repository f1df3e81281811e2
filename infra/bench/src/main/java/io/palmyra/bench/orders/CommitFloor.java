package io.palmyra.bench.orders;

import io.palmyra.local.server.ServerSet;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;

/** What the suite's own database commits durably, from one connection, with nothing else to do. */
final class CommitFloor {
  private static final int PAYLOAD_BYTES = 500;
  private static final int BATCH = 100;

  private final ServerSet servers;

  /**
   * Rows a second.
   *
   * @param single one row in each commit
   * @param batched a hundred rows in each commit
   */
  record Rates(double single, double batched) {}

  CommitFloor(ServerSet servers) {
    this.servers = servers;
    servers.createDatabase("bench");
  }

  /** Commits for so long in each of the two ways. */
  Rates measure(Duration length) {
    try (Connection connection =
        DriverManager.getConnection(servers.jdbcUrl("bench"), "bench", "bench")) {
      try (var statement = connection.createStatement()) {
        statement.execute(
            "create table if not exists commit_floor"
                + " (id bigint generated always as identity primary key, payload bytea not null)");
      }
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
          connection.prepareStatement("insert into commit_floor (payload) values (?)")) {
        return new Rates(
            rowsASecond(connection, insert, 1, length),
            rowsASecond(connection, insert, BATCH, length));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the floor's database: " + e.getMessage(), e);
    }
  }

  private static double rowsASecond(
      Connection connection, PreparedStatement insert, int rows, Duration length)
      throws SQLException {
    byte[] payload = new byte[PAYLOAD_BYTES];
    long began = System.nanoTime();
    long written = 0;
    while (System.nanoTime() - began < length.toNanos()) {
      for (int i = 0; i < rows; i++) {
        insert.setBytes(1, payload);
        insert.addBatch();
      }
      insert.executeBatch();
      connection.commit();
      written += rows;
    }
    return written * 1e9 / (System.nanoTime() - began);
  }
}
