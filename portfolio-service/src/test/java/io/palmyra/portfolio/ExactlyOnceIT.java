package io.palmyra.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.palmyra.contracts.fill.FillRecorded;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.portfolio.Books;
import io.palmyra.platform.lane.Lane;
import io.palmyra.portfolio.application.LedgerStore;
import io.palmyra.testing.TestServers;
import io.palmyra.testing.TestSettings;
import io.palmyra.testing.WithServers;
import java.math.BigDecimal;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Fills come one to five times, under their old sequence and under new ones, while the service is
 * restarted and its transactions are cut off: the books hold each once.
 */
@WithServers
class ExactlyOnceIT {
  private static final int FILLS = 3000;

  @Test
  void booksEachFillOnceAcrossRepeatsRestartsAndKilledTransactions() throws Exception {
    long seed = 20261121;
    var random = new SplittableRandom(seed);
    var account = new AccountId("once");
    List<FillRecorded> fills = new ArrayList<>();
    for (int number = 0; number < FILLS; number++) {
      fills.add(randomFill(account, number, random));
    }
    Map<String, Object> settings = TestSettings.settings("portfolio-service");
    // A consumer group of its own: another test's service has another database.
    settings.put("spring.application.name", "portfolio-exactly-once");
    settings.put("palmyra.accounts[1].id", account.value());
    settings.put("palmyra.accounts[1].base-currency", "USD");
    settings.put("palmyra.accounts[1].venue", "SIMULATED");

    ConfigurableApplicationContext service = started(settings);
    long lastSequence;
    try (var venue = new VenueSide()) {
      venue.deposit(account, 1, "1000000");
      lastSequence = send(venue, fills, random);
      for (int round = 0; round < 12; round++) {
        killTransactions(settings);
        await().pollDelay(Duration.ofMillis(50 + random.nextInt(150))).until(() -> true);
      }
      service.close();
      service = started(settings);
      await().pollDelay(Duration.ofMillis(200)).until(() -> true);
      service.close();
      service = started(settings);
      // Once more from the beginning, long after all was booked.
      for (int number = 0; number < 200; number++) {
        venue.fill(number + 1L, fills.get(number));
      }
      venue.flush();

      var store = service.getBean(LedgerStore.class);
      long last = lastSequence;
      await()
          .atMost(Duration.ofSeconds(90))
          .until(
              () -> store.ofAccount(account).filter(it -> it.fillSequence() == last).isPresent());
      Books books = store.ofAccount(account).orElseThrow().books();

      assertThat(books.positions())
          .as("seed %d", seed)
          .isEqualTo(expected(account, fills).positions());
      assertThat(books.cash().of(Currency.USD).amount())
          .isEqualTo(plainCash(fills).toPlainString());
      assertThat(
              service
                  .getBean(JdbcTemplate.class)
                  .queryForObject(
                      "select count(*) from fill where account = ?", Long.class, account.value()))
          .isEqualTo(FILLS);
      assertThat(service.getBean(Lane.class).failure()).isEmpty();
    } finally {
      service.close();
    }
  }

  /** Each fill one to five times: as Kafka repeats it, and as execution might find it again. */
  private static long send(VenueSide venue, List<FillRecorded> fills, SplittableRandom random) {
    long sequence = 0;
    for (FillRecorded fill : fills) {
      sequence++;
      for (int times = random.nextInt(1, 6); times > 0; times--) {
        venue.fill(sequence, fill);
      }
      if (random.nextInt(10) == 0) {
        sequence++;
        venue.fill(sequence, fills.get(random.nextInt(fills.indexOf(fill) + 1)));
      }
    }
    venue.flush();
    return sequence;
  }

  private static Books expected(AccountId account, List<FillRecorded> fills) {
    Books books = Books.of(account);
    for (FillRecorded fill : fills) {
      InstrumentDefined instrument =
          fill.instrument().equals(VenueSide.EURUSD.instrument())
              ? VenueSide.EURUSD
              : VenueSide.BTCUSD;
      books = books.apply(fill, instrument);
    }
    return books;
  }

  /** Deposit, what spot cost, what FX closed at a profit, fees: in BigDecimal, by another road. */
  private static BigDecimal plainCash(List<FillRecorded> fills) {
    BigDecimal cash = new BigDecimal("1000000.00000000");
    var open = new java.util.ArrayDeque<BigDecimal[]>();
    for (FillRecorded fill : fills) {
      BigDecimal price = new BigDecimal(fill.lastPrice().toString());
      BigDecimal left =
          new BigDecimal(fill.lastQuantity().toString())
              .multiply(BigDecimal.valueOf(fill.side().sign()));
      cash = cash.subtract(new BigDecimal(fill.fee().amount()));
      if (fill.instrument().equals(VenueSide.BTCUSD.instrument())) {
        cash = cash.subtract(rounded(left.multiply(price)));
        continue;
      }
      while (left.signum() != 0 && !open.isEmpty() && open.peek()[0].signum() != left.signum()) {
        BigDecimal[] lot = open.peek();
        BigDecimal part =
            lot[0].abs().min(left.abs()).multiply(BigDecimal.valueOf(lot[0].signum()));
        cash = cash.add(rounded(price.subtract(lot[1]).multiply(part)));
        lot[0] = lot[0].subtract(part);
        left = left.add(part);
        if (lot[0].signum() == 0) {
          open.remove();
        }
      }
      if (left.signum() != 0) {
        open.add(new BigDecimal[] {left, price});
      }
    }
    return cash.setScale(8);
  }

  private static BigDecimal rounded(BigDecimal value) {
    return value.setScale(8, java.math.RoundingMode.HALF_EVEN);
  }

  private static FillRecorded randomFill(AccountId account, int number, SplittableRandom random) {
    boolean fx = random.nextBoolean();
    return VenueSide.fill(
        account,
        number,
        fx ? VenueSide.EURUSD : VenueSide.BTCUSD,
        random.nextBoolean() ? Side.BUY : Side.SELL,
        (fx
                ? new Quantity(random.nextLong(1, 500), 0)
                : new Quantity(random.nextLong(1, 50_000_000), 8))
            .toString(),
        fx ? "1." + random.nextInt(10_000, 99_999) : "6" + random.nextInt(1000, 9999) + ".25",
        new Money(random.nextLong(-1000, 100_000_000), Currency.USD).amount());
  }

  /** Ends every connection of the service, in the middle of whatever it does. */
  private static void killTransactions(Map<String, Object> settings) throws Exception {
    try (var connection =
            DriverManager.getConnection(
                settings.get("spring.datasource.url").toString(),
                settings.get("spring.datasource.username").toString(),
                settings.get("spring.datasource.password").toString());
        var statement = connection.createStatement()) {
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where datname = current_database() and pid <> pg_backend_pid()");
    }
  }

  private static ConfigurableApplicationContext started(Map<String, Object> settings) {
    assertThat(TestServers.shared()).isNotNull();
    String[] arguments =
        settings.entrySet().stream()
            .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
            .toArray(String[]::new);
    var all = new ArrayList<>(List.of(arguments));
    all.add("--server.port=0");
    return new SpringApplicationBuilder(PortfolioServiceApplication.class)
        .run(all.toArray(String[]::new));
  }
}
