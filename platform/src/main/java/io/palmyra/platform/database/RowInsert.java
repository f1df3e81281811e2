package io.palmyra.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How rows of one table are inserted: a few each by a statement of their own, many by one statement
 * that takes an array for each column. The second costs the database one plan and one run of what
 * is triggered by statement, however many rows there are.
 */
public final class RowInsert {
  private final List<Column> columns;
  private final String one;
  private final String many;

  private record Column(String name, String type) {}

  /**
   * @param table name
   * @param columns each a name and its PostgreSQL type, such as {@code "price numeric"}
   * @throws IllegalArgumentException if one is not such a pair
   */
  public RowInsert(String table, String... columns) {
    this.columns = Arrays.stream(columns).map(RowInsert::column).toList();
    String names = joined(this.columns.stream().map(Column::name).toList());
    String into = "insert into " + table + " (" + names + ") ";
    this.one = into + "values (" + joined(this.columns.stream().map(_ -> "?").toList()) + ")";
    this.many =
        into
            + "select * from unnest("
            + joined(this.columns.stream().map(column -> "?::" + column.type() + "[]").toList())
            + ")";
  }

  private static Column column(String text) {
    String[] parts = text.split(" ", 2);
    if (parts.length != 2) {
      throw new IllegalArgumentException("column '" + text + "' is not a name and a type");
    }
    return new Column(parts[0], parts[1]);
  }

  private static String joined(List<String> parts) {
    return parts.stream().collect(Collectors.joining(", "));
  }

  String one() {
    return one;
  }

  String many() {
    return many;
  }

  /** The parameters of the statement for many rows: each column's values. */
  List<@Nullable Object> byColumn(List<@Nullable Object[]> rows) {
    return IntStream.range(0, columns.size())
        .<@Nullable Object>mapToObj(
            i -> new Values(columns.get(i).type(), rows.stream().map(row -> row[i]).toList()))
        .collect(Collectors.toList());
  }

  /** The values of one column, for many rows. */
  record Values(String type, List<@Nullable Object> values) {
    java.sql.Array on(Connection connection) throws SQLException {
      return connection.createArrayOf(type, values.toArray());
    }
  }
}
