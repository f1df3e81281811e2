package io.palmyra.platform.database;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How rows of one table are inserted: a few each by a statement of their own, many by PostgreSQL's
 * COPY, which costs it one statement, one run of what is triggered by statement and one record of
 * its log for many rows.
 */
public final class RowInsert {
  private final String one;
  private final String many;

  /**
   * @param table name
   * @param columns names, in the order of each row's values
   */
  public RowInsert(String table, String... columns) {
    String names = table + " (" + String.join(", ", columns) + ")";
    this.one =
        "insert into "
            + names
            + " values ("
            + String.join(", ", Collections.nCopies(columns.length, "?"))
            + ")";
    this.many = "copy " + names + " from stdin";
  }

  String one() {
    return one;
  }

  String many() {
    return many;
  }

  /**
   * Rows in the text format of COPY.
   *
   * @throws IllegalArgumentException for a value that has no text here
   * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">COPY, text format</a>
   */
  static byte[] text(List<@Nullable Object[]> rows) {
    var text = new StringBuilder();
    for (@Nullable Object[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        if (i > 0) {
          text.append('\t');
        }
        append(text, row[i]);
      }
      text.append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void append(StringBuilder text, @Nullable Object value) {
    switch (value) {
      case null -> text.append("\\N");
      case String string -> escape(text, string);
      case Timestamp moment -> text.append(moment.toInstant());
      case BigDecimal number -> text.append(number);
      case Number number -> text.append(number);
      case Boolean truth -> text.append(truth);
      default -> throw new IllegalArgumentException("no text for a value of " + value.getClass());
    }
  }

  private static void escape(StringBuilder text, String string) {
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      switch (c) {
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\\' -> text.append("\\\\");
        default -> text.append(c);
      }
    }
  }
}
