package io.palmyra.platform.database;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes of a transaction that go to the database together, right before its commit: two round
 * trips instead of one each. What is required goes first and is looked at, the rest follows, both
 * in the order in which they were added. Whoever writes through the same data source in the same
 * transaction shares it.
 *
 * <p>What is read in the transaction after a write was added does not see it yet. Without a
 * transaction each write is done at once.
 */
public final class PipelinedWrites {
  /** From so many rows of one statement on, they go as a batch of that statement. */
  private static final int BATCH_FROM = 8;

  private static final int MOST_AT_ONCE = 32;

  private final JdbcTemplate jdbc;
  private final Key key;

  private record Key(DataSource dataSource) {}

  private sealed interface Write {
    String sql();
  }

  /** One statement with its parameters. */
  private record Statement(
      String sql,
      List<@Nullable Object> parameters,
      @Nullable Supplier<? extends RuntimeException> ifNone)
      implements Write {
    void check(int rows) {
      if (rows == 0 && ifNone != null) {
        throw ifNone.get();
      }
    }
  }

  /** Many rows of one table. */
  private record Copy(String sql, List<@Nullable Object[]> rows) implements Write {}

  /**
   * @param jdbc on the data source whose transactions the writes join
   */
  public PipelinedWrites(JdbcTemplate jdbc) {
    DataSource dataSource = jdbc.getDataSource();
    if (dataSource == null) {
      throw new IllegalArgumentException("jdbc has no data source");
    }
    this.jdbc = jdbc;
    this.key = new Key(dataSource);
  }

  /** Adds a statement. */
  public void add(String sql, @Nullable Object... parameters) {
    add(new Statement(sql, Arrays.asList(parameters), null));
  }

  /** Adds one statement for each row of parameters. */
  public void addAll(String sql, Collection<@Nullable Object[]> rows) {
    rows.forEach(row -> add(sql, row));
  }

  /** Adds new rows of one table. */
  public void insert(RowInsert insert, List<@Nullable Object[]> rows) {
    if (rows.size() < BATCH_FROM) {
      addAll(insert.one(), rows);
    } else {
      add(new Copy(insert.many(), List.copyOf(rows)));
    }
  }

  /**
   * Adds a statement that must touch, or find, a row: nothing else is written before it has.
   *
   * @param ifNone thrown, so that the transaction fails, where it touches none
   */
  public void require(
      Supplier<? extends RuntimeException> ifNone, String sql, @Nullable Object... parameters) {
    add(new Statement(sql, Arrays.asList(parameters), ifNone));
  }

  private void add(Write write) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      run(List.of(write));
      return;
    }
    var gathered = (Gathered) TransactionSynchronizationManager.getResource(key);
    if (gathered == null) {
      gathered = new Gathered();
      TransactionSynchronizationManager.bindResource(key, gathered);
      TransactionSynchronizationManager.registerSynchronization(gathered);
    }
    (write instanceof Statement each && each.ifNone() != null ? gathered.required : gathered.writes)
        .add(write);
  }

  private void run(List<Write> writes) {
    var together = new ArrayList<Statement>();
    for (int from = 0; from < writes.size(); ) {
      if (writes.get(from) instanceof Copy copy) {
        pipeline(together);
        copy(copy);
        from++;
        continue;
      }
      List<Statement> same = same(writes, from);
      if (same.size() >= BATCH_FROM) {
        pipeline(together);
        batch(same);
      } else {
        together.addAll(same);
        if (together.size() >= MOST_AT_ONCE) {
          pipeline(together);
        }
      }
      from += same.size();
    }
    pipeline(together);
  }

  /** The statements from there on that have the same text. */
  private static List<Statement> same(List<Write> writes, int from) {
    var same = new ArrayList<Statement>();
    for (int i = from; i < writes.size(); i++) {
      if (!(writes.get(i) instanceof Statement statement
          && statement.sql().equals(writes.get(from).sql()))) {
        break;
      }
      same.add(statement);
    }
    return same;
  }

  private void copy(Copy copy) {
    byte[] text = RowInsert.text(copy.rows());
    jdbc.execute(
        (ConnectionCallback<Long>)
            connection -> {
              try {
                return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(copy.sql(), new ByteArrayInputStream(text));
              } catch (IOException e) {
                throw new UncheckedIOException("what is in memory cannot be read", e);
              }
            });
  }

  /** The driver sends the parts of a compound statement without waiting for each other's answer. */
  private void pipeline(List<Statement> writes) {
    if (writes.isEmpty()) {
      return;
    }
    jdbc.execute(
        writes.stream().map(Statement::sql).collect(Collectors.joining(";\n")),
        (PreparedStatement statement) -> {
          int position = 0;
          for (Statement write : writes) {
            position = bind(statement, position, write.parameters());
          }
          boolean rows = statement.execute();
          for (Statement write : writes) {
            write.check(rows ? count(statement) : statement.getUpdateCount());
            rows = statement.getMoreResults();
          }
          return writes.size();
        });
    writes.clear();
  }

  private void batch(List<Statement> same) {
    int[] touched =
        jdbc.execute(
            same.getFirst().sql(),
            (PreparedStatement statement) -> {
              for (Statement write : same) {
                bind(statement, 0, write.parameters());
                statement.addBatch();
              }
              return statement.executeBatch();
            });
    for (int i = 0; touched != null && i < touched.length; i++) {
      same.get(i).check(touched[i]);
    }
  }

  private static int bind(
      PreparedStatement statement, int before, List<@Nullable Object> parameters)
      throws SQLException {
    int position = before;
    for (Object parameter : parameters) {
      position++;
      if (parameter == null) {
        statement.setNull(position, Types.NULL);
      } else {
        statement.setObject(position, parameter);
      }
    }
    return position;
  }

  private static int count(PreparedStatement statement) throws SQLException {
    int rows = 0;
    try (ResultSet found = statement.getResultSet()) {
      while (found.next()) {
        rows++;
      }
    }
    return rows;
  }

  /** What one transaction has gathered. */
  private final class Gathered implements TransactionSynchronization {
    private final List<Write> required = new ArrayList<>();
    private final List<Write> writes = new ArrayList<>();

    @Override
    public void beforeCommit(boolean readOnly) {
      run(required);
      run(writes);
      required.clear();
      writes.clear();
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(key);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(key, this);
    }

    @Override
    public void beforeCompletion() {
      TransactionSynchronizationManager.unbindResourceIfPossible(key);
    }
  }
}
