package io.palmyra.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A database of its own for one test or one service.
 *
 * @param url JDBC URL
 * @param username role that owns it
 * @param password of the role
 */
public record TestDatabase(String url, String username, String password) {
  /** A new connection, which the caller closes. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, username, password);
  }
}
