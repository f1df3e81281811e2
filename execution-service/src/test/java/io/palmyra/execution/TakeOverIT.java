package io.palmyra.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.core.venue.VenueBooks;
import io.palmyra.execution.application.OrderViews.OrderView;
import io.palmyra.execution.application.VenueConnector;
import io.palmyra.execution.application.VenueListener;
import io.palmyra.execution.application.VenueNotice;
import io.palmyra.execution.outbound.simulated.SimulatedVenueConnector;
import io.palmyra.platform.time.MonotonicClock;
import io.palmyra.testing.KafkaTestClient;
import io.palmyra.testing.SeenRecord;
import io.palmyra.testing.TopicTail;
import io.palmyra.testing.WithServers;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Deaths, take-overs and silence between the journal and the venue. */
@WithServers
class TakeOverIT {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @Test
  void orderThatWasDurableButNotSentIsSentOnceByTheNextOwner() {
    var account = new AccountId("crash");
    try (var venue = new VenueFixture();
        var risk = new RiskStandIn()) {
      Map<String, Object> settings = ExecutionInstance.settings(venue, account);
      settings.put("palmyra.execution.halt-after-stale", "5s");
      venue.stop();
      ClientOrderId id;
      try (var first = new ExecutionInstance(settings)) {
        id = risk.market(account, "durable", "1000");
        first.awaitState(id, "PENDING", PATIENCE);
      }
      venue.start();
      venue.tick("1.10000", "1.10010");
      risk.beating(false);
      try (var second = new ExecutionInstance(settings)) {
        await()
            .during(Duration.ofSeconds(2))
            .atMost(PATIENCE)
            .untilAsserted(() -> second.awaitState(id, "PENDING", PATIENCE));
        assertThat(venue.orders(account)).isEmpty();
        risk.beating(true);
        await().atMost(PATIENCE).until(() -> venue.orders(account).size() == 1);
        venue.tick("1.10000", "1.10010");
        second.awaitState(id, "FILLED", PATIENCE);
        assertThat(venue.orders(account)).hasSize(1);
        assertThat(venue.books(account, VenueBooks::epoch)).contains(2L);
        refusesOlderEpoch(venue, account);
        sendsNothingWithoutHeartbeat(risk, venue, second, account);
        asksForAHaltOnceThatLastedLong(risk, second, account);
      }
    }
  }

  private static void refusesOlderEpoch(VenueFixture venue, AccountId account) {
    VenueConnector connector =
        new SimulatedVenueConnector(
            () -> new InetSocketAddress("127.0.0.1", venue.port()),
            VenueFixture.SECRET,
            Duration.ofSeconds(2),
            MonotonicClock.SYSTEM);
    var silent =
        new VenueListener() {
          @Override
          public void on(VenueNotice notice) {}

          @Override
          public void disconnected(String cause) {}
        };
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> connector.connect(account, 1, silent))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("FENCED");
  }

  private static void sendsNothingWithoutHeartbeat(
      RiskStandIn risk, VenueFixture venue, ExecutionInstance execution, AccountId account) {
    risk.beating(false);
    await().pollDelay(Duration.ofSeconds(4)).atMost(PATIENCE).until(() -> true);
    ClientOrderId stale = risk.market(account, "stale", "1000");
    execution.awaitState(stale, "DENIED", PATIENCE);
    assertThat(execution.orders().one(stale).map(OrderView::reason).orElseThrow())
        .startsWith("CONTROL_STALE");
    assertThat(venue.orders(account)).hasSize(1);
  }

  private static void asksForAHaltOnceThatLastedLong(
      RiskStandIn risk, ExecutionInstance execution, AccountId account) {
    try (var kafka = new KafkaTestClient();
        TopicTail events = kafka.all(Topic.ORDER_EVENTS)) {
      SeenRecord asked = events.await(each -> each.type().equals("account-halt-requested"));
      assertThat(asked.body().path("account").asString()).isEqualTo(account.value());
      assertThat(asked.body().path("code").asString()).isEqualTo("CONTROL_STALE");
    }
    risk.beating(true);
    await()
        .during(Duration.ofSeconds(2))
        .atMost(PATIENCE)
        .until(
            () ->
                execution.standings().stream()
                    .allMatch(each -> !each.armed() && each.reason().startsWith("CONTROL_STALE")));
  }

  @Test
  void lostLeaseSendsNothingUntilItIsHeldAgain() {
    var account = new AccountId("leased");
    try (var venue = new VenueFixture();
        var risk = new RiskStandIn();
        var execution = new ExecutionInstance(ExecutionInstance.settings(venue, account))) {
      await().atMost(PATIENCE).until(() -> execution.armed(account));
      try (var thief = execution.jdbc().getDataSource().getConnection();
          var statement = thief.createStatement()) {
        statement.execute(
            "select pg_terminate_backend(pid) from pg_locks"
                + " where locktype = 'advisory' and database ="
                + " (select oid from pg_database where datname = current_database());"
                + " select pg_advisory_lock(hashtextextended('venue-account:leased', 0));"
                + " update leader set epoch = epoch + 1, holder = 'thief';"
                + " update leader_seen set seen = clock_timestamp() + interval '1 hour'");
        ClientOrderId id = risk.market(account, "nobody", "1000");
        await()
            .during(Duration.ofSeconds(4))
            .atMost(Duration.ofSeconds(10))
            .until(() -> venue.orders(account).isEmpty());
        assertThat(execution.armed(account)).isFalse();
        assertThat(execution.orders().one(id)).isEmpty();
        statement.execute("update leader_seen set seen = clock_timestamp() - interval '1 hour'");
        statement.execute("select pg_advisory_unlock_all()");
      } catch (java.sql.SQLException e) {
        throw new IllegalStateException(e);
      }
      await().atMost(PATIENCE).until(() -> venue.orders(account).size() == 1);
    }
  }
}
