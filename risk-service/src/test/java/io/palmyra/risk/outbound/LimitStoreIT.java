package io.palmyra.risk.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.instrument.SessionCalendar;
import io.palmyra.contracts.instrument.TradingSession;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.risk.ExposureLimits;
import io.palmyra.core.risk.FlowLimits;
import io.palmyra.core.risk.LimitOverride;
import io.palmyra.core.risk.LimitSchedule;
import io.palmyra.core.risk.Restriction;
import io.palmyra.core.risk.RiskLimits;
import io.palmyra.core.risk.protection.Protection;
import io.palmyra.core.risk.protection.ProtectionPolicy;
import io.palmyra.core.risk.sizing.Sizing;
import io.palmyra.core.risk.tier.TierPolicy;
import io.palmyra.core.risk.tier.TierThresholds;
import io.palmyra.risk.application.limits.LimitStore.LimitChange;
import io.palmyra.risk.application.limits.StoredLimits;
import io.palmyra.testing.TestDatabase;
import io.palmyra.testing.TestServers;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class LimitStoreIT {
  private static final AccountId PAPER = new AccountId("paper");
  private static final Currency USD = new Currency("USD");
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00.123456Z");
  private static final LimitOverride DIFFERENT =
      new LimitOverride(
          null, Quantity.of("0.001"), Money.of("250000", USD), null, null, Restriction.SELL);

  private JdbcLimitStore store;

  private static JdbcLimitStore store() {
    TestDatabase database = TestServers.shared().newDatabase("limits");
    DataSource source =
        new DriverManagerDataSource(database.url(), database.username(), database.password());
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/platform", "classpath:db/migration")
        .load()
        .migrate();
    var jdbc = JdbcClient.create(source);
    var transactions = new TransactionTemplate(new JdbcTransactionManager(source));
    return new JdbcLimitStore(jdbc, transactions, new JdbcFirmLimitStore(jdbc, transactions));
  }

  @BeforeEach
  void emptyDatabase() {
    store = store();
  }

  @Test
  void givesBackExactlyWhatItWasGiven() {
    var gold = new InstrumentId("XAUUSD.SIM");
    var palmOil = new InstrumentId("FCPO.SIM");
    var first = limits(PAPER, 1, "12000000", Map.of(gold, DIFFERENT, palmOil, DIFFERENT));
    var other = limits(new AccountId("other"), 1, "0.000000000001", Map.of());
    assertThat(store.replace(first, null, "{}")).isTrue();
    assertThat(store.replace(other, null, "{}")).isTrue();

    assertThat(store.of(PAPER)).contains(first);
    assertThat(store.all()).containsExactly(other, first);
    assertThat(store.of(new AccountId("nobody"))).isEmpty();
    assertThat(store.changes()).isEqualTo(2);
  }

  @Test
  void replacesWhatInstrumentsHadAndKeepsEveryChange() {
    var gold = new InstrumentId("XAUUSD.SIM");
    store.replace(limits(PAPER, 1, "1", Map.of(gold, DIFFERENT)), null, "{\"v\":1}");
    var second = limits(PAPER, 2, "2", Map.of());
    assertThat(store.replace(second, "{\"v\":1}", "{\"v\":2}")).isTrue();

    assertThat(store.of(PAPER)).contains(second);
    assertThat(store.history(PAPER, 10))
        .containsExactly(
            new LimitChange(2, "rita", NOW, "because 2", "{\"v\":1}", "{\"v\":2}"),
            new LimitChange(1, "rita", NOW, "because 1", null, "{\"v\":1}"));
    assertThat(store.history(PAPER, 1)).hasSize(1);
  }

  @Test
  void ofManyChangesAtOnceExactlyOneIsMade() {
    store.replace(limits(PAPER, 1, "1", Map.of()), null, "{}");
    var begin = new CountDownLatch(1);
    var attempts =
        IntStream.rangeClosed(1, 6)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          try {
                            begin.await();
                          } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                          }
                          return store.replace(limits(PAPER, 2, "" + i, Map.of()), "{}", "{}");
                        },
                        task -> Thread.ofVirtual().start(task)))
            .toList();
    begin.countDown();
    assertThat(attempts.stream().filter(CompletableFuture::join)).hasSize(1);
    assertThat(store.history(PAPER, 10)).hasSize(2);
    assertThat(store.replace(limits(PAPER, 2, "9", Map.of()), "{}", "{}")).isFalse();
    assertThat(store.replace(limits(PAPER, 1, "9", Map.of()), null, "{}")).isFalse();
  }

  @Test
  void changesNothingWhenTheDatabaseRefusesAPart() {
    var first = limits(PAPER, 1, "1", Map.of());
    store.replace(first, null, "{}");
    var negative =
        new LimitOverride(Quantity.of("-1"), null, null, null, null, null); // refused by a check
    var second = limits(PAPER, 2, "2", Map.of(new InstrumentId("XAUUSD.SIM"), negative));

    assertThatThrownBy(() -> store.replace(second, "{}", "{}"))
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThat(store.of(PAPER)).contains(first);
    assertThat(store.changes()).isEqualTo(1);
  }

  private static StoredLimits limits(
      AccountId account,
      long version,
      String orderQuantity,
      Map<InstrumentId, LimitOverride> instruments) {
    return new StoredLimits(
        account,
        new RiskLimits(
            Quantity.of("0.05"),
            Quantity.of(orderQuantity),
            Money.of("1000000.5", USD),
            Quantity.of("3000000"),
            Money.of("90000000", USD),
            Duration.ofSeconds(60),
            Duration.ZERO,
            Quantity.of("0.01"),
            new ExposureLimits(
                Money.of("500000", USD),
                Money.of("400000.5", USD),
                Money.of("300000", USD),
                Quantity.of("0.75")),
            new FlowLimits(
                10, 20, 30, Duration.ofMinutes(1), Quantity.of("0.03"), Duration.ofMinutes(2))),
        instruments,
        List.of(
            new LimitSchedule(
                new SessionCalendar(
                    ZoneId.of("Europe/London"),
                    List.of(
                        new TradingSession(
                            DayOfWeek.MONDAY, LocalTime.of(22, 0), Duration.ofHours(8)),
                        new TradingSession(
                            DayOfWeek.FRIDAY, LocalTime.of(22, 0), Duration.ofHours(8))),
                    Set.of()),
                Quantity.of("0.25"))),
        new TierPolicy(
            new TierThresholds(Quantity.of("0.05"), Quantity.of("0.03"), 3),
            new TierThresholds(Quantity.of("0.1"), Quantity.of("0.06"), 5),
            new TierThresholds(Quantity.of("0.2"), Quantity.of("0.09"), 8),
            Quantity.of("0.5"),
            Quantity.of("0.8"),
            Duration.ofMinutes(10),
            ZoneId.of("America/New_York"),
            LocalTime.of(17, 0)),
        new ProtectionPolicy(
            new Protection(Quantity.of("0.02"), null, Quantity.of("0.035")),
            Map.of(new InstrumentId("EURUSD.SIM"), new Protection(null, Quantity.of("0.5"), null)),
            Quantity.of("0.25")),
        new Sizing.VolatilityTarget(Duration.ofHours(1), 14, Quantity.of("2.5")),
        version,
        "rita",
        NOW,
        "because " + version);
  }
}
