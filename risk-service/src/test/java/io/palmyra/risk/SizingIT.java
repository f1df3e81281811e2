package io.palmyra.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.market.BarClosed;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import io.palmyra.testing.SeenRecord;
import io.palmyra.testing.TopicTail;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Entries sized by what the market and the strategy's own record say, across a restart. */
class SizingIT {
  private static final AccountId ACCOUNT = new AccountId("sized-0");

  @Test
  void sizesByTheAverageTrueRangeAndByTheRecordOfTheStrategy() {
    try (var suite = new RiskSuite(List.of(ACCOUNT));
        TopicTail decisions = suite.kafka.tail(Topic.DECISIONS)) {
      suite.market(List.of(ACCOUNT));
      suite.keepTicking();
      var one = suite.start("one");
      suite.liftInitialHalt(one);
      size(
          suite,
          one,
          """
          {"method":"VOLATILITY_TARGET","atrInterval":"PT1M","atrPeriod":3,"atrMultiple":"2"}
          """);
      assertThat(code(suite, decisions, "too-few")).isEqualTo("NO_VOLATILITY");
      Instant minute = Instant.now().truncatedTo(ChronoUnit.MINUTES).minusSeconds(600);
      for (int i = 0; i < 4; i++) {
        suite.send(Topic.BARS, RiskSuite.EURUSD.value(), bar(minute.plusSeconds(60L * i)));
      }
      // 1 % of 100,000 over two ranges of 0.005.
      assertThat(awaitSize(suite, decisions, "by-range")).isEqualTo("100000");

      String kelly =
          """
          {"method":"KELLY","kellyShare":"0.5","minimumTrips":2,"startFraction":"0.001"}
          """;
      size(suite, one, kelly);
      trip(suite, "won", "1.10000", "1.20000");
      // 100 over the entry's stop of 0.0125: the record is too short.
      assertThat(awaitSize(suite, decisions, "too-short")).isEqualTo("8000");
      trip(suite, "lost", "1.20000", "1.10190");
      suite.stop(one);

      var two = suite.start("two");
      // Half won, 0.981 lost per 1 won: half of 0.5 × 0.019 is 0.00475; 475 over 0.0125.
      assertThat(awaitSize(suite, decisions, "by-record")).isEqualTo("38000");
      size(suite, two, "{\"method\":\"FIXED_FRACTION\"}");
      assertThat(awaitSize(suite, decisions, "by-fraction")).isEqualTo("80000");
      var refused = put(suite, two, "{\"method\":\"KELLY\",\"kellyShare\":\"0.5\"}");
      assertThat(refused).contains("400").contains("sizing.minimumTrips");
    }
  }

  private static void trip(RiskSuite suite, String key, String in, String out) {
    suite.orderEvent(suite.filled(ACCOUNT, key + "-in", Side.BUY, "1000", in));
    suite.orderEvent(suite.filled(ACCOUNT, key + "-out", Side.SELL, "1000", out));
  }

  private static BarClosed bar(Instant open) {
    return new BarClosed(
        RiskSuite.EURUSD,
        Duration.ofMinutes(1),
        open,
        Price.of("1.10000"),
        Price.of("1.10250"),
        Price.of("1.09750"),
        Price.of("1.10000"),
        Quantity.ZERO,
        10);
  }

  private static void size(RiskSuite suite, ConfigurableApplicationContext risk, String sizing) {
    assertThat(put(suite, risk, sizing)).contains("200");
  }

  private static String put(RiskSuite suite, ConfigurableApplicationContext risk, String sizing) {
    String body =
        Seeds.limits("1000000", "size", null)
            .replace("\"protection\":{}", "\"sizing\":" + sizing.strip());
    return suite
        .rest(risk, "RISK_MANAGER")
        .call("PUT", "/api/v1/limits/" + ACCOUNT, body)
        .toString();
  }

  private static String awaitSize(RiskSuite suite, TopicTail decisions, String key) {
    return decide(suite, decisions, key).path("order").path("quantity").asString("none");
  }

  private static String code(RiskSuite suite, TopicTail decisions, String key) {
    return decide(suite, decisions, key).path("code").asString("none");
  }

  /** Once what the entry is sized by has arrived. */
  private static tools.jackson.databind.JsonNode decide(
      RiskSuite suite, TopicTail decisions, String key) {
    decisions.during(Duration.ofSeconds(1));
    suite.signal(suite.entry(ACCOUNT, key));
    String signal = suite.entry(ACCOUNT, key).signalId().value();
    SeenRecord decision =
        decisions.await(record -> record.body().path("signalId").asString("").equals(signal));
    return decision.body();
  }
}
