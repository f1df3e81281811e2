package io.palmyra.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.orderevent.OrderDenied;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.value.Side;
import io.palmyra.testing.SeenRecord;
import io.palmyra.testing.TopicTail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** From signals to decisions and orders, on real Kafka and PostgreSQL. */
class RiskFlowIT {
  private static final List<AccountId> ACCOUNTS =
      IntStream.range(0, 12).mapToObj(i -> new AccountId("flow-" + i)).toList();
  private static final AccountId FIRST = ACCOUNTS.getFirst();

  @Test
  void decidesOnceAcrossDuplicatesFillsRestartsAndRebalances() {
    try (var suite = new RiskSuite(ACCOUNTS);
        TopicTail decisions = suite.kafka.tail(Topic.DECISIONS);
        TopicTail orders = suite.kafka.tail(Topic.ORDERS)) {
      suite.market(ACCOUNTS);
      suite.keepTicking();
      var one = suite.start("one");

      suite.liftInitialHalt(one);
      String halt = placeHalt(suite, one);
      suite.signal(suite.entry(FIRST, "while-halted"));
      SeenRecord halted = decisions.await(of(FIRST));
      assertThat(halted.type()).isEqualTo("signal-denied");
      assertThat(halted.body().path("code").asString()).isEqualTo("HALTED");
      assertThat(halted.body().path("used").path("halts").path(0).asString()).isEqualTo(halt);
      liftHalt(suite, one, halt);
      awaitEquity(suite, decisions);

      suite.signal(suite.entry(FIRST, "entry"));
      suite.signal(suite.entry(FIRST, "entry"));
      suite.signal(suite.entry(FIRST, "entry"));
      SeenRecord submitted =
          orders.await(of(FIRST).and(type("submit-order")).and(quantity("80000")));
      assertThat(submitted.body().path("side").asString()).isEqualTo("BUY");

      suite.orderEvent(suite.filled(FIRST, "entry", Side.BUY, "80000"));
      assertThat(flattenedUnderAHalt(suite, one, orders)).isEqualTo("80000");
      suite.signal(suite.exit(FIRST, "exit-too-early-or-not"));
      // Order events and signals are different topics: the fill may come after the first exit.
      suite.stop(one);
      suite.signal(suite.exit(FIRST, "exit"));
      suite.signal(suite.entry(FIRST, "entry"));
      var two = suite.start("two");
      SeenRecord closing = orders.await(of(FIRST).and(side("SELL")));
      assertThat(closing.body().path("quantity").asString()).isEqualTo("80000");
      assertThat(closing.body().path("reduceOnly").asBoolean()).isTrue();

      IntStream.range(0, 20)
          .forEach(i -> ACCOUNTS.forEach(a -> suite.signal(suite.order(a, "wave-" + i, "1000"))));
      var three = suite.start("three");
      IntStream.range(20, 40)
          .forEach(i -> ACCOUNTS.forEach(a -> suite.signal(suite.order(a, "wave-" + i, "1000"))));
      suite.stop(two);
      IntStream.range(40, 60)
          .forEach(i -> ACCOUNTS.forEach(a -> suite.signal(suite.order(a, "wave-" + i, "1000"))));
      int wave = 60 * ACCOUNTS.size();
      awaitDistinct(orders, wave, quantity("1000"));
      orders.during(Duration.ofSeconds(2));

      assertThat(signalsOf(distinct(orders, mine())))
          .as("orders, one a signal: the wave, the entry, its flattening and its exit")
          .doesNotHaveDuplicates()
          .hasSize(wave + 3);
      decisions.during(Duration.ofSeconds(1));
      assertThat(signalsOf(distinct(decisions, mine())))
          .as("decisions, one a signal")
          .doesNotHaveDuplicates();
      ACCOUNTS.forEach(account -> assertGapless(orders, account));
      suite.stop(three);
    }
  }

  /** Positions close in a halt's name; the venue takes none of it here, and says so. */
  private static String flattenedUnderAHalt(
      RiskSuite suite, ConfigurableApplicationContext risk, TopicTail orders) {
    String halt = placeHalt(suite, risk);
    String body = "{\"halt\":\"" + halt + "\",\"reason\":\"all out\"}";
    assertThat(suite.rest(risk, "TRADER").post("/api/v1/halts/flatten", body).status())
        .isEqualTo(403);
    Awaitility.await()
        .until(
            () ->
                suite
                    .rest(risk, "RISK_MANAGER")
                    .post("/api/v1/halts/flatten", body)
                    .text()
                    .contains("ACCEPTED"));
    SeenRecord closing =
        orders.await(
            of(FIRST)
                .and(record -> record.body().path("authorisedByHalt").asString("").equals(halt)));
    assertThat(closing.body().path("reduceOnly").asBoolean()).isTrue();
    assertThat(closing.body().path("side").asString()).isEqualTo("SELL");
    suite.orderEvent(
        new OrderDenied(
            new ClientOrderId(closing.body().path("clientOrderId").asString("")),
            FIRST,
            RiskSuite.EURUSD,
            Instant.now(),
            "DRY_RUN",
            "not sent"));
    liftHalt(suite, risk, halt);
    return closing.body().path("quantity").asString();
  }

  private static String placeHalt(RiskSuite suite, ConfigurableApplicationContext risk) {
    String halt =
        suite
            .rest(risk, "TRADER")
            .post(
                "/api/v1/halts",
                "{\"scope\":\"account:flow-0\",\"mode\":\"HALTED\",\"reason\":\"test\"}")
            .json()
            .path("halt")
            .asString();
    Awaitility.await().until(() -> isActive(suite, risk, halt));
    return halt;
  }

  private static void liftHalt(RiskSuite suite, ConfigurableApplicationContext risk, String halt) {
    suite
        .rest(risk, "RISK_MANAGER")
        .post("/api/v1/halts/lift", "{\"halt\":\"" + halt + "\",\"reason\":\"test\"}");
    Awaitility.await().until(() -> !isActive(suite, risk, halt));
  }

  private static boolean isActive(
      RiskSuite suite, ConfigurableApplicationContext risk, String halt) {
    return suite.rest(risk, "VIEWER").get("/api/v1/trading-state").text().contains(halt);
  }

  /** The portfolio is read by a thread of its own: asks until its equity is known. */
  private static void awaitEquity(RiskSuite suite, TopicTail decisions) {
    for (int i = 0; i < 50; i++) {
      String key = "probe-" + i;
      var probe = suite.order(FIRST, key, "7000000");
      suite.signal(probe);
      SeenRecord decided =
          decisions.await(
              record ->
                  record.body().path("signalId").asString("").equals(probe.signalId().value()));
      boolean known =
          !decided.body().path("used").path("equity").isMissingNode()
              && !decided.body().path("used").path("equity").isNull()
              && decided.body().path("code").asString("").equals("ORDER_QUANTITY");
      if (known) {
        return;
      }
    }
    throw new AssertionError("equity never known");
  }

  private static void awaitDistinct(TopicTail tail, int count, Predicate<SeenRecord> fits) {
    for (int i = 0; i < 300 && distinct(tail, mine().and(fits)).size() < count; i++) {
      tail.during(Duration.ofMillis(200));
    }
    assertThat(distinct(tail, mine().and(fits))).hasSize(count);
  }

  /** Each message once: an outbox that is taken over sends again what may not have left. */
  private static List<SeenRecord> distinct(TopicTail tail, Predicate<SeenRecord> fits) {
    var ids = new HashSet<String>();
    return tail.seen().stream()
        .filter(fits)
        .filter(record -> ids.add(record.envelope().path("id").asString()))
        .toList();
  }

  private static void assertGapless(TopicTail orders, AccountId account) {
    var sequences = new ArrayList<Long>();
    var seen = new HashSet<Long>();
    for (SeenRecord order : orders.seen()) {
      if (of(account).test(order)) {
        long sequence = order.envelope().path("sequence").asLong();
        if (seen.add(sequence)) {
          sequences.add(sequence);
        }
      }
    }
    assertThat(sequences)
        .as("sequences of %s", account)
        .isEqualTo(java.util.stream.LongStream.rangeClosed(1, sequences.size()).boxed().toList());
  }

  private static List<String> signalsOf(List<SeenRecord> records) {
    return records.stream().map(r -> r.body().path("signalId").asString()).toList();
  }

  private static Predicate<SeenRecord> mine() {
    return record -> record.key() != null && record.key().startsWith("flow-");
  }

  private static Predicate<SeenRecord> of(AccountId account) {
    return record -> account.value().equals(record.key());
  }

  private static Predicate<SeenRecord> type(String type) {
    return record -> record.type().equals(type);
  }

  private static Predicate<SeenRecord> side(String side) {
    return record -> record.body().path("side").asString("").equals(side);
  }

  private static Predicate<SeenRecord> quantity(String quantity) {
    return record -> record.body().path("quantity").asString("").equals(quantity);
  }
}
