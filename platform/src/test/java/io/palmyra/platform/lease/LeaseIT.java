package io.palmyra.platform.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.palmyra.platform.lane.LostOwnershipException;
import io.palmyra.testing.TestDatabase;
import io.palmyra.testing.TestServers;
import io.palmyra.testing.WithServers;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@WithServers
class LeaseIT {
  private static final LeaseSettings QUICK =
      new LeaseSettings(Duration.ofMillis(100), Duration.ofMillis(700), Duration.ofMillis(1500));
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final List<Lease> leases = new CopyOnWriteArrayList<>();
  private TestDatabase database;
  private JdbcTemplate jdbc;
  private TransactionTemplate transactions;

  @BeforeEach
  void migrate(TestServers servers) {
    database = servers.newDatabase("lease");
    var source =
        new DriverManagerDataSource(database.url(), database.username(), database.password());
    Flyway.configure().dataSource(source).locations("classpath:db/platform").load().migrate();
    jdbc = new JdbcTemplate(source);
    transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
    jdbc.execute(
        """
        create table owned (account text, epoch bigint);
        create trigger fenced before insert or update on owned
          for each row execute function refuse_old_epoch('r:', 'account')""");
  }

  @AfterEach
  void close() {
    leases.forEach(Lease::close);
  }

  private Lease lease(String holder) {
    return lease(
        holder, LeaseConnections.to(database.url(), database.username(), database.password()));
  }

  private Lease lease(String holder, LeaseConnections connections) {
    var lease = new Leases(holder, connections, QUICK, System::nanoTime).of("r:a");
    leases.add(lease);
    return lease;
  }

  private static Held awaitHeld(Lease lease) {
    await().atMost(PATIENCE).until(() -> lease.held().isPresent());
    return lease.held().orElseThrow();
  }

  private static void awaitSafe(Held held) {
    await().atMost(PATIENCE).until(() -> held.safeToSend(System.nanoTime()));
  }

  @Test
  void oneAtATimeHoldsItAndLettingGoPassesItOnWithoutWaiting() {
    Lease first = lease("first").start();
    Held held = awaitHeld(first);
    awaitSafe(held);
    Lease second = lease("second").start();
    await().during(Duration.ofMillis(500)).until(() -> second.held().isEmpty());
    first.close();
    Held next = awaitHeld(second);
    assertThat(held.safeToSend(System.nanoTime())).isFalse();
    assertThat(next.epoch()).isEqualTo(held.epoch() + 1);
    assertThat(next.safeToSend(System.nanoTime())).isTrue();
  }

  @Test
  void secondTakesOverWhenTheBackendIsTerminatedButSendsOnlyAfterTheOldTerm() {
    var lost = new CopyOnWriteArrayList<Long>();
    Lease first = lease("first");
    first.listenedBy(
        new LeaseListener() {
          @Override
          public void acquired(Held held) {}

          @Override
          public void lost(Held held) {
            lost.add(held.epoch());
          }
        });
    Held old = awaitHeld(first.start());
    awaitSafe(old);
    Lease second = lease("second");
    jdbc.queryForList("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'");
    second.start();
    await().atMost(PATIENCE).until(() -> first.held().isPresent() != second.held().isPresent());
    Held taken = awaitHeld(second.held().isPresent() ? second : first);
    await().atMost(PATIENCE).until(() -> lost.contains(old.epoch()));
    assertThat(taken.epoch()).isGreaterThan(old.epoch());
    assertThat(old.safeToSend(System.nanoTime())).isFalse();
    awaitSafe(taken);
  }

  @Test
  void holderThatFreezesStopsSendingByItselfAndIsCutOff() {
    var frozen = new java.util.concurrent.locks.ReentrantLock();
    LeaseConnections direct =
        LeaseConnections.to(database.url(), database.username(), database.password());
    Lease first =
        new Leases(
                "first",
                direct,
                QUICK,
                () -> {
                  // A paused process asks for no time; this stands still where it would be paused.
                  frozen.lock();
                  frozen.unlock();
                  return System.nanoTime();
                })
            .of("r:a");
    leases.add(first);
    Held old = awaitHeld(first.start());
    awaitSafe(old);
    frozen.lock();
    try {
      Lease second = lease("second").start();
      Held taken = awaitHeld(second);
      assertThat(old.safeToSend(System.nanoTime())).isFalse();
      assertThat(old.revoked()).isFalse();
      assertThat(taken.epoch()).isGreaterThan(old.epoch());
    } finally {
      frozen.unlock();
    }
    await().atMost(PATIENCE).until(old::revoked);
  }

  @Test
  void databaseRefusesTheOldEpoch() {
    Lease first = lease("first").start();
    Held old = awaitHeld(first);
    jdbc.update("insert into owned values ('a', ?)", old.epoch());
    first.close();
    Held next = awaitHeld(lease("second").start());
    assertThatThrownBy(() -> jdbc.update("insert into owned values ('a', ?)", old.epoch()))
        .rootCause()
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("55000"));
    assertThatCode(() -> jdbc.update("insert into owned values ('a', ?)", next.epoch()))
        .doesNotThrowAnyException();
  }

  @Test
  void guardKeepsTheEpochUntilTheCommit() throws SQLException {
    Held held = awaitHeld(lease("first").start());
    var guard = new EpochGuard(jdbc, () -> Optional.of(held));
    transactions.executeWithoutResult(
        _ -> {
          guard.verify();
          beforeCommit(
              () ->
                  assertThatThrownBy(this::bumpImpatiently)
                      .isInstanceOf(SQLException.class)
                      .hasMessageContaining("lock timeout"));
        });
    jdbc.update("update leader set epoch = epoch + 1");
    assertThatThrownBy(() -> transactions.executeWithoutResult(_ -> guard.verify()))
        .isInstanceOf(LostOwnershipException.class);
  }

  /** As the services' pools are set: the server ends what a frozen process has begun. */
  @Test
  void transactionThatFrozeDoesNotKeepTheEpochFromTheNextHolder() throws Exception {
    var source =
        new DriverManagerDataSource(database.url(), database.username(), database.password());
    var settings = new Properties();
    settings.setProperty("options", poolSetting("options"));
    source.setConnectionProperties(settings);
    var frozenTransactions = new TransactionTemplate(new DataSourceTransactionManager(source));
    Held held = awaitHeld(lease("first").start());
    var guard = new EpochGuard(new JdbcTemplate(source), () -> Optional.of(held));
    var woken = new CountDownLatch(1);
    var frozen = new CountDownLatch(1);
    Thread process =
        Thread.ofVirtual()
            .start(
                () ->
                    assertThatThrownBy(
                            () ->
                                frozenTransactions.executeWithoutResult(
                                    _ -> {
                                      guard.verify();
                                      beforeCommit(() -> freeze(frozen, woken));
                                    }))
                        .isInstanceOf(RuntimeException.class));
    frozen.await();
    leases.removeFirst().close();

    Lease second = lease("second").start();

    await().atMost(Duration.ofSeconds(10)).until(() -> second.held().isPresent());
    woken.countDown();
    process.join();
  }

  private static void freeze(CountDownLatch frozen, CountDownLatch woken) {
    frozen.countDown();
    try {
      woken.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String poolSetting(String name) throws IOException {
    return new YamlPropertySourceLoader()
        .load("defaults", new ClassPathResource("palmyra-defaults.yaml")).stream()
            .map(
                source ->
                    source.getProperty("spring.datasource.hikari.data-source-properties." + name))
            .filter(Objects::nonNull)
            .map(String::valueOf)
            .findFirst()
            .orElseThrow();
  }

  /** Runs when all that was written is with the database and its commit is not. */
  private static void beforeCommit(Runnable what) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void beforeCommit(boolean readOnly) {
            what.run();
          }
        });
  }

  private void bumpImpatiently() throws SQLException {
    try (Connection other = database.connect();
        var statement = other.createStatement()) {
      statement.execute("set lock_timeout = '200ms'");
      statement.executeUpdate("update leader set epoch = epoch + 1");
    }
  }
}
