package io.palmyra.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palmyra.testing.TestServers;
import io.palmyra.testing.WithServers;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@WithServers
class PipelinedWritesIT {
  private static final String INSERT = "insert into kept (id, amount, note) values (?, ?, ?)";
  private static final String RAISE = "update kept set amount = amount + ? where id = ?";

  private JdbcTemplate jdbc;
  private DataSourceTransactionManager manager;
  private TransactionTemplate transactions;
  private PipelinedWrites writes;

  @BeforeEach
  void prepare(TestServers servers) {
    var database = servers.newDatabase("pipelined");
    var source =
        new DriverManagerDataSource(database.url(), database.username(), database.password());
    jdbc = new JdbcTemplate(source);
    jdbc.execute("create table kept (id bigint primary key, amount numeric, note text)");
    manager = new DataSourceTransactionManager(source);
    transactions = new TransactionTemplate(manager);
    writes = new PipelinedWrites(jdbc);
  }

  private List<String> kept() {
    return jdbc.queryForList(
        "select id || ':' || coalesce(amount::text, '-') || ':' || coalesce(note, '-')"
            + " from kept order by id",
        String.class);
  }

  @Test
  void writesGoInTheirOrderWithTheCommitAndNotBefore() {
    transactions.executeWithoutResult(
        _ -> {
          writes.add(INSERT, 1L, new BigDecimal("1.50"), "a");
          // Another on the same data source joins in.
          new PipelinedWrites(jdbc).add(RAISE, new BigDecimal("0.25"), 1L);
          writes.add(INSERT, 2L, null, null);
          writes.add(RAISE, BigDecimal.ONE, 1L);
          assertThat(kept()).isEmpty();
        });
    assertThat(kept()).containsExactly("1:2.75:a", "2:-:-");
  }

  @Test
  void manyRowsOfOneStatementKeepTheirPlaceAmongOthers() {
    transactions.executeWithoutResult(
        _ -> {
          writes.add(INSERT, 0L, BigDecimal.ZERO, "first");
          writes.addAll(
              INSERT,
              IntStream.rangeClosed(1, 40)
                  .mapToObj(i -> new @Nullable Object[] {(long) i, BigDecimal.valueOf(i), null})
                  .toList());
          IntStream.rangeClosed(0, 40).forEach(i -> writes.add(RAISE, BigDecimal.TEN, (long) i));
          IntStream.range(50, 100)
              .forEach(
                  i -> {
                    writes.add(INSERT, (long) i, BigDecimal.ZERO, "mixed");
                    writes.add(RAISE, BigDecimal.TWO, (long) i);
                  });
        });
    assertThat(kept()).hasSize(91).contains("0:10:first", "40:50:-", "50:2:mixed", "99:2:mixed");
  }

  @Test
  void nothingIsWrittenWhereARequiredRowIsMissing() {
    assertThatThrownBy(
            () ->
                transactions.executeWithoutResult(
                    _ -> {
                      writes.add(INSERT, 1L, BigDecimal.ONE, "a");
                      writes.require(
                          () -> new IllegalStateException("gone"), RAISE, BigDecimal.ONE, 7L);
                    }))
        .hasMessage("gone");
    assertThatThrownBy(
            () ->
                transactions.executeWithoutResult(
                    _ -> {
                      writes.add(INSERT, 1L, BigDecimal.ONE, "a");
                      writes.require(
                          () -> new IllegalStateException("unseen"),
                          "select id from kept where id = ? for share",
                          7L);
                    }))
        .hasMessage("unseen");
    assertThat(kept()).isEmpty();
  }

  @Test
  void aRequiredRowOfManyAlikeIsMissedToo() {
    for (long id = 0; id < 20; id++) {
      writes.add(INSERT, id, BigDecimal.ONE, "a");
    }
    assertThatThrownBy(
            () ->
                transactions.executeWithoutResult(
                    _ -> {
                      for (long id = 1; id < 21; id++) {
                        long wanted = id;
                        writes.require(
                            () -> new IllegalStateException("gone " + wanted),
                            RAISE,
                            BigDecimal.ONE,
                            id);
                      }
                    }))
        .hasMessage("gone 20");
    assertThat(kept()).hasSize(20).allMatch(row -> row.endsWith(":1:a"));
  }

  @Test
  void whatIsRequiredIsLookedAtBeforeTheRestCanFail() {
    writes.add(INSERT, 1L, BigDecimal.ONE, "a");
    assertThatThrownBy(
            () ->
                transactions.executeWithoutResult(
                    _ -> {
                      writes.add(INSERT, 1L, BigDecimal.ONE, "twice");
                      writes.require(
                          () -> new IllegalStateException("gone"), RAISE, BigDecimal.ONE, 7L);
                    }))
        .hasMessage("gone");
  }

  @Test
  void afterAFailureTheNextTransactionBeginsAnew() {
    assertThatThrownBy(
            () ->
                transactions.executeWithoutResult(
                    _ -> {
                      writes.add(INSERT, 1L, BigDecimal.ONE, "lost");
                      throw new IllegalStateException("before the commit");
                    }))
        .hasMessage("before the commit");
    transactions.executeWithoutResult(_ -> writes.add(INSERT, 2L, BigDecimal.ONE, "kept"));
    assertThatThrownBy(
            () ->
                transactions.executeWithoutResult(
                    _ -> {
                      writes.add(INSERT, 3L, BigDecimal.ONE, "lost");
                      writes.add(INSERT, 2L, BigDecimal.ONE, "twice");
                    }))
        .isInstanceOf(DuplicateKeyException.class);
    assertThat(kept()).containsExactly("2:1:kept");
  }

  @Test
  void rowsOfOneTableAreTheSameWhetherTheyAreFewOrMany() {
    var insert = new RowInsert("kept", "id", "amount", "note");
    for (int rows : new int[] {1, 7, 8, 100}) {
      List<@Nullable Object[]> each =
          IntStream.range(0, rows)
              .mapToObj(
                  i ->
                      new @Nullable Object[] {
                        (long) i,
                        i % 3 == 0 ? null : new BigDecimal("1.50"),
                        i % 2 == 0 ? null : "é,{\t\\N\r\n\\."
                      })
              .toList();
      transactions.executeWithoutResult(_ -> writes.insert(insert, each));
      assertThat(kept())
          .hasSize(rows)
          .containsExactlyElementsOf(
              each.stream()
                  .map(
                      row ->
                          row[0]
                              + ":"
                              + (row[1] == null ? "-" : row[1])
                              + ":"
                              + (row[2] == null ? "-" : row[2]))
                  .toList());
      assertThatThrownBy(() -> transactions.executeWithoutResult(_ -> writes.insert(insert, each)))
          .isInstanceOf(DuplicateKeyException.class);
      jdbc.update("delete from kept");
    }
  }

  @Test
  void anInnerTransactionOfItsOwnDoesNotTakeTheOuterOnesWrites() {
    var inner = new TransactionTemplate(manager);
    inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    assertThatThrownBy(
            () ->
                transactions.executeWithoutResult(
                    _ -> {
                      writes.add(INSERT, 1L, BigDecimal.ONE, "outer");
                      inner.executeWithoutResult(
                          _ -> writes.add(INSERT, 2L, BigDecimal.ONE, "inner"));
                      throw new IllegalStateException("outer fails");
                    }))
        .hasMessage("outer fails");
    assertThat(kept()).containsExactly("2:1:inner");
  }

  @Test
  void withoutATransactionAWriteIsDoneAtOnce() {
    writes.add(INSERT, 1L, BigDecimal.ONE, "at once");
    assertThat(kept()).containsExactly("1:1:at once");
  }
}
