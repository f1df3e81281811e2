package io.palmyra.systemtest.suite;

import io.palmyra.local.server.Server;
import io.palmyra.local.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A service that has lost all that it had stored, and begins anew. */
public final class EmptiedDatabase {
  private EmptiedDatabase() {}

  /** Stops a service, takes everything out of its database, and starts it. */
  public static void restart(Suite suite, String service) {
    Server server = suite.service(service);
    server.stop();
    try (Connection connection = connect(suite, service);
        Statement statement = connection.createStatement()) {
      statement.execute("drop schema public cascade");
      statement.execute("create schema public");
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("the database of " + service + " was not emptied", e);
    }
    server.start();
  }

  private static Connection connect(Suite suite, String service) throws SQLException, IOException {
    String password =
        Files.readString(
            suite.options().home().secrets(service).resolve("spring.datasource.password"));
    return DriverManager.getConnection(suite.servers().jdbcUrl(service), service, password);
  }
}
