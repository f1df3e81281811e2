package io.palmyra.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.testing.TestDatabase;
import io.palmyra.testing.TestServers;
import io.palmyra.testing.WithServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@WithServers
class DatabaseDurabilityIT {
  @Test
  void isReadyOnDurableDatabaseOnly(TestServers servers) throws SQLException {
    TestDatabase database = servers.newDatabase("durability");
    DatabaseDurability durability = durabilityOf(database.url(), database);
    assertThat(durability.health().getStatus()).isEqualTo(Status.UP);

    set(database, "off");
    assertThat(durability.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
    assertThat(durability.health().getDetails().toString()).contains("off=[synchronous_commit]");

    set(database, "on");
    assertThat(durability.health().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void isNotReadyBeforeDatabaseWasAsked(TestServers servers) {
    TestDatabase database = servers.newDatabase("durability");
    String nowhere = database.url() + "_not_there";
    assertThat(durabilityOf(nowhere, database).health().getStatus())
        .isEqualTo(Status.OUT_OF_SERVICE);
  }

  private static DatabaseDurability durabilityOf(String url, TestDatabase database) {
    return new DatabaseDurability(
        new DriverManagerDataSource(url, database.username(), database.password()));
  }

  private static void set(TestDatabase database, String value) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("alter role " + database.username() + " set synchronous_commit = " + value);
    }
  }
}
