package io.palmyra.platform.settings;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Keeps a service from being ready while its database could lose what it said is written.
 *
 * <p>A database that cannot be asked is judged as it was before: whether it answers is told
 * elsewhere, and a service that must halt trading without its database has to stay reachable.
 */
public final class DatabaseDurability implements HealthIndicator {
  private static final List<String> MUST_BE_ON =
      List.of("fsync", "full_page_writes", "synchronous_commit");

  private final DataSource database;
  private volatile Health last =
      Health.outOfService().withDetail("reason", "the database was not asked yet").build();

  /**
   * @param database the service's own
   */
  public DatabaseDurability(DataSource database) {
    this.database = database;
  }

  @Override
  public Health health() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      last = judge(statement);
    } catch (SQLException e) {
      return Health.status(last.getStatus())
          .withDetails(last.getDetails())
          .withDetail("unasked", String.valueOf(e.getMessage()))
          .build();
    }
    return last;
  }

  private static Health judge(Statement statement) throws SQLException {
    var health = Health.up();
    var off = new ArrayList<String>();
    for (String setting : MUST_BE_ON) {
      try (ResultSet rows = statement.executeQuery("show " + setting)) {
        String value = rows.next() ? rows.getString(1) : "";
        health.withDetail(setting, value);
        if (value.equals("off")) {
          off.add(setting);
        }
      }
    }
    return off.isEmpty() ? health.build() : health.outOfService().withDetail("off", off).build();
  }
}
