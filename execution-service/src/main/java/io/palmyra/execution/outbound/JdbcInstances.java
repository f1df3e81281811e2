package io.palmyra.execution.outbound;

import io.palmyra.execution.application.Instances;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Instances in PostgreSQL, by its clock; one that was not seen for five seconds is dead. */
@Component
final class JdbcInstances implements Instances {
  private final JdbcTemplate jdbc;

  JdbcInstances(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Earlier> alive(String name, String madeOf) {
    jdbc.update(
        "insert into execution_instance (instance, made_of) values (?, ?)"
            + " on conflict (instance) do update set seen_at = now()",
        name,
        madeOf);
    return jdbc.query(
        """
        select other.instance, other.made_of
        from execution_instance other, execution_instance mine
        where mine.instance = ? and other.instance <> mine.instance
          and other.seen_at > now() - interval '5 seconds'
          and (other.started_at, other.instance) < (mine.started_at, mine.instance)
        order by other.started_at
        """,
        (row, _) -> new Earlier(row.getString(1), row.getString(2)),
        name);
  }

  @Override
  public void gone(String name) {
    jdbc.update(
        "delete from execution_instance where instance = ? or seen_at < now() - interval '1 day'",
        name);
  }
}
