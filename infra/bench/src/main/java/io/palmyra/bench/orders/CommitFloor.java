package io.palmyra.bench.orders;

import io.palmyra.local.server.ServerSet;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;

/**
 * What the suite's own database commits durably, from one connection, with nothing else to do: rows
 * of 500 bytes under a growing key.
 */
public final class CommitFloor {
  /** Rows of a commit where they go together. */
  public static final int BATCH = 100;

  private static final int PAYLOAD_BYTES = 500;

  private final ServerSet servers;

  /**
   * @param servers running; gets a database of its own
   */
  public CommitFloor(ServerSet servers) {
    this.servers = servers;
    servers.createDatabase("bench");
  }

  /**
   * Commits for so long.
   *
   * @param rows of each commit, sent as one batch
   */
  public Pace measure(int rows, Duration length) {
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
        return Pace.of(rows, length, () -> () -> commit(connection, insert, rows));
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static void commit(Connection connection, PreparedStatement insert, int rows) {
    try {
      byte[] payload = new byte[PAYLOAD_BYTES];
      for (int i = 0; i < rows; i++) {
        insert.setBytes(1, payload);
        insert.addBatch();
      }
      insert.executeBatch();
      connection.commit();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static IllegalStateException failed(SQLException e) {
    return new IllegalStateException("the floor's database: " + e.getMessage(), e);
  }
}
