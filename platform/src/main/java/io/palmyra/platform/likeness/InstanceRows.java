package io.palmyra.platform.likeness;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Instances in PostgreSQL, by its clock; one that was not seen for five seconds is dead. */
final class InstanceRows {
  private final JdbcTemplate jdbc;
  private final String table;

  /**
   * Another instance that lives and started earlier.
   *
   * @param name new with each start
   * @param madeOf its build and settings
   */
  record Earlier(String name, String madeOf) {}

  InstanceRows(JdbcTemplate jdbc, String table) {
    this.jdbc = jdbc;
    this.table = table;
  }

  /** Says that an instance lives; gives those that live and started before it. */
  List<Earlier> alive(String name, String madeOf) {
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

  /** Says that an instance lives no more. */
  void gone(String name) {
    jdbc.update(
        "delete from " + table + " where instance = ? or seen_at < now() - interval '1 day'", name);
  }
}
