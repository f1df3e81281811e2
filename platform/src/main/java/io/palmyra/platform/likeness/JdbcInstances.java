package io.palmyra.platform.likeness;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Instances in PostgreSQL, by its clock; one that was not seen for five seconds is dead. */
public final class JdbcInstances implements Instances {
  private final JdbcTemplate jdbc;
  private final String table;

  /**
   * @param table of the service, with the columns {@code instance} (its key), {@code made_of},
   *     {@code started_at} and {@code seen_at}, the last two with the time by default
   */
  public JdbcInstances(JdbcTemplate jdbc, String table) {
    this.jdbc = jdbc;
    this.table = table;
  }

  @Override
  public List<Earlier> alive(String name, String madeOf) {
    jdbc.update(
        "insert into "
            + table
            + " (instance, made_of) values (?, ?)"
            + " on conflict (instance) do update set seen_at = now()",
        name,
        madeOf);
    return jdbc.query(
        """
        select other.instance, other.made_of
        from %1$s other, %1$s mine
        where mine.instance = ? and other.instance <> mine.instance
          and other.seen_at > now() - interval '5 seconds'
          and (other.started_at, other.instance) < (mine.started_at, mine.instance)
        order by other.started_at
        """
            .formatted(table),
        (row, _) -> new Earlier(row.getString(1), row.getString(2)),
        name);
  }

  @Override
  public void gone(String name) {
    jdbc.update(
        "delete from " + table + " where instance = ? or seen_at < now() - interval '1 day'", name);
  }
}
