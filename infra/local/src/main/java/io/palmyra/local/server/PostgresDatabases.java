package io.palmyra.local.server;

import io.palmyra.local.ExitCode;
import io.palmyra.local.LocalFailure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Creates databases, each owned by a role of its own name. */
final class PostgresDatabases {
  private PostgresDatabases() {}

  static void create(String adminUrl, String adminPassword, String name, String password) {
    if (!name.matches("[a-z][a-z0-9_]*")) {
      throw new IllegalArgumentException("not a database's name: " + name);
    }
    try (Connection connection = connect(adminUrl, adminPassword);
        Statement statement = connection.createStatement()) {
      if (!exists(connection, "select 1 from pg_roles where rolname = ?", name)) {
        statement.execute("create role " + name + " login");
      }
      statement.execute("alter role " + name + " password " + statement.enquoteLiteral(password));
      if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
        statement.execute("create database " + name + " owner " + name);
        statement.execute("revoke all on database " + name + " from public");
      }
    } catch (SQLException e) {
      throw new LocalFailure(
          ExitCode.FAILED, "Cannot create the database " + name + ": " + e.getMessage(), e);
    }
  }

  static Connection connect(String url, String password) throws SQLException {
    return DriverManager.getConnection(
        url + "?connectTimeout=3&socketTimeout=30", "postgres", password);
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }
}
