package io.palmyra.bench.journal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.order.TimeInForce;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.execution.OrderState;
import io.palmyra.core.execution.Progress;
import io.palmyra.execution.application.Clocks;
import io.palmyra.execution.application.Journal;
import io.palmyra.execution.application.Order;
import io.palmyra.local.server.ServerSet;
import io.palmyra.platform.time.MonotonicClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Execution's own journal over its own schema, its indexes and the refusal of old epochs included;
 * nothing else of execution.
 */
final class MeasuredJournal implements AutoCloseable {
  private static final String DATABASE = "journal";
  private static final AccountId ACCOUNT = new AccountId("bench");
  private static final SignalSource SOURCE = new SignalSource("strategy:bench");
  private static final long EPOCH = 1;

  private final HikariDataSource dataSource;
  private final GenericApplicationContext context = new GenericApplicationContext();
  private final Journal journal;
  private final TransactionTemplate transactions;
  private final JdbcTemplate jdbc;
  private long written;

  MeasuredJournal(ServerSet servers) {
    servers.createDatabase(DATABASE);
    var config = new HikariConfig();
    config.setJdbcUrl(servers.jdbcUrl(DATABASE));
    config.setUsername(DATABASE);
    config.setPassword(DATABASE);
    dataSource = new HikariDataSource(config);
    Flyway.configure()
        .dataSource(dataSource)
        .locations("classpath:db/platform", "classpath:db/migration")
        .load()
        .migrate();
    jdbc = new JdbcTemplate(dataSource);
    transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    journal = journal();
    jdbc.update(
        "insert into leader (resource, epoch, holder) values (?, ?, 'bench')",
        "venue-account:" + ACCOUNT.value(),
        EPOCH);
  }

  /** The journal is a bean that nobody outside of execution can name. */
  private Journal journal() {
    context.registerBean(DataSource.class, () -> dataSource);
    context.registerBean(JdbcTemplate.class, () -> jdbc);
    context.registerBean(TransactionTemplate.class, () -> transactions);
    context.registerBean(
        Clocks.class, () -> new Clocks(InstantSource.system(), MonotonicClock.SYSTEM));
    var scanner = new ClassPathBeanDefinitionScanner(context, false);
    scanner.addIncludeFilter(
        new RegexPatternTypeFilter(Pattern.compile(".*\\.(JdbcJournal|OrderRows)")));
    scanner.scan("io.palmyra.execution.outbound");
    context.refresh();
    return context.getBean(Journal.class);
  }

  /** Makes up new orders and gives what journals them, in one transaction. */
  Runnable next(int orders) {
    Instant now = Instant.now();
    var changes =
        new Journal.Changes(
            IntStream.range(0, orders).mapToObj(_ -> order(written++, now)).toList(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            List.of(),
            0);
    return () ->
        transactions.executeWithoutResult(_ -> journal.write(ACCOUNT, EPOCH, changes, now));
  }

  private static Order order(long number, Instant now) {
    SignalId signal = SignalId.of(SOURCE, ACCOUNT, Long.toString(number));
    Quantity quantity = Quantity.of("1000");
    var command =
        new SubmitOrder(
            ClientOrderId.of(signal, 0, 0, 0),
            ACCOUNT,
            signal,
            SOURCE,
            new InstrumentId("EURUSD.SIM"),
            Side.BUY,
            OrderType.LIMIT,
            quantity,
            Price.of("1.08059"),
            null,
            null,
            TimeInForce.GTC,
            false,
            null,
            null,
            now,
            Duration.ofSeconds(5));
    return new Order(
        command,
        new OrderState.Pending(Progress.of(quantity)),
        null,
        now,
        MonotonicClock.SYSTEM.nanos(),
        "",
        null);
  }

  /** Fails where the journal does not hold all that was committed. */
  void requireWhole() {
    Long held = jdbc.queryForObject("select count(*) from venue_order", Long.class);
    if (held == null || held != written) {
      throw new IllegalStateException("committed " + written + " orders, the journal has " + held);
    }
  }

  @Override
  public void close() {
    context.close();
    dataSource.close();
  }
}
