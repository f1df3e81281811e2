package io.palmyra.platform.lease;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Opens connections outside every pool: the advisory lock lives as long as its connection. */
@FunctionalInterface
public interface LeaseConnections {
  /** A new connection in auto-commit mode, owned by the caller. */
  Connection open() throws SQLException;

  /**
   * Straight to PostgreSQL, with time limits so that a silent network is noticed.
   *
   * @param url JDBC URL of the service's own database
   */
  static LeaseConnections to(String url, String username, String password) {
    return () -> {
      var properties = new Properties();
      properties.setProperty("user", username);
      properties.setProperty("password", password);
      properties.setProperty("connectTimeout", "2");
      properties.setProperty("loginTimeout", "2");
      properties.setProperty("socketTimeout", "2");
      properties.setProperty("tcpKeepAlive", "true");
      properties.setProperty("ApplicationName", "palmyra-lease");
      return DriverManager.getConnection(url, properties);
    };
  }
}
