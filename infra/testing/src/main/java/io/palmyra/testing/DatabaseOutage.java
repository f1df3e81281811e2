package io.palmyra.testing;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

/**
 * One database that takes no connections and has ended those it had, while the server, and the
 * databases of other tests, go on. It ends when closed.
 */
public final class DatabaseOutage implements AutoCloseable {
  private final String server;
  private final String owner;
  private final String password;
  private final String name;

  /**
   * @param settings of a service under test, see {@link TestSettings#settings}
   */
  public DatabaseOutage(Map<String, Object> settings) {
    String url = text(settings, "spring.datasource.url");
    name = URI.create(url.substring("jdbc:".length())).getPath().substring(1);
    server = url.replace("/" + name, "/postgres");
    owner = text(settings, "spring.datasource.username");
    password = text(settings, "spring.datasource.password");
    run("alter database " + name + " allow_connections false");
    run("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
  }

  private static String text(Map<String, Object> settings, String key) {
    return Objects.requireNonNull(settings.get(key), key).toString();
  }

  /** Lets it last for so long. */
  public void lasts(Duration time) {
    LockSupport.parkNanos(time.toNanos());
  }

  private void run(String sql) {
    try (Connection beside = DriverManager.getConnection(server, owner, password);
        Statement statement = beside.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("database " + name, e);
    }
  }

  @Override
  public void close() {
    run("alter database " + name + " allow_connections true");
  }
}
