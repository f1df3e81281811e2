package io.palmyra.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.execution.application.VenueAccounts.Standing;
import io.palmyra.execution.application.VenueNotice;
import io.palmyra.testing.WithServers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Books that come apart while a session lives are found, and repaired or halted. */
@WithServers
class RepeatedReconciliationIT {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final AccountId LOST = new AccountId("lost");
  private static final AccountId CUT = new AccountId("cut");
  private static final AccountId ENDED = new AccountId("ended");
  private static final AccountId DIFFERENT = new AccountId("different");
  private static final Set<ClientOrderId> LOSING = ConcurrentHashMap.newKeySet();

  private static VenueFixture venue;
  private static RiskStandIn risk;
  private static ExecutionInstance execution;

  @BeforeAll
  static void start() {
    venue = new VenueFixture();
    risk = new RiskStandIn();
    var settings = ExecutionInstance.settings(venue, LOST, CUT, ENDED, DIFFERENT);
    settings.put("palmyra.execution.reconcile-every", "1s");
    execution =
        new ExecutionInstance(
            settings, real -> new LossyConnector(real, RepeatedReconciliationIT::isLost));
    venue.tick("1.10000", "1.10010");
    execution.awaitAllArmed(PATIENCE);
  }

  @AfterAll
  static void stop() {
    execution.close();
    risk.close();
    venue.close();
  }

  private static boolean isLost(VenueNotice notice) {
    boolean ends = notice instanceof VenueNotice.Filled || notice instanceof VenueNotice.Canceled;
    return ends && LOSING.contains(notice.clientOrderId());
  }

  @Test
  void fillWhoseNoticeWasLostIsTakenFromTheVenueOnceThoughLaterOnesCame() {
    ClientOrderId lost = fillIsLostAndALaterOneComes(LOST);
    awaitState(lost, "FILLED");
    assertRepaired(LOST);
  }

  @Test
  void fillThatWasLostBeforeTheSessionEndedIsFoundByTheNextSession() {
    ClientOrderId lost = fillIsLostAndALaterOneComes(CUT);
    venue.stop();
    venue.start();
    awaitState(lost, "FILLED");
    await().atMost(PATIENCE).until(() -> execution.armed(CUT));
    assertRepaired(CUT);
  }

  private static ClientOrderId fillIsLostAndALaterOneComes(AccountId account) {
    LOSING.add(RiskStandIn.id(account, "lost"));
    ClientOrderId lost = risk.market(account, "lost", "1000");
    await().atMost(PATIENCE).until(() -> venue.orders(account).size() == 1);
    venue.tick("1.10000", "1.10010");
    ClientOrderId later = risk.market(account, "later", "2000");
    await().atMost(PATIENCE).until(() -> venue.orders(account).size() == 2);
    venue.tick("1.10000", "1.10010");
    awaitState(later, "FILLED");
    return lost;
  }

  private static void assertRepaired(AccountId account) {
    assertThat(held(account)).isEqualTo("3000");
    assertThat(
            execution
                .jdbc()
                .queryForObject(
                    "select count(*) from venue_fill where account = ?",
                    Long.class,
                    account.value()))
        .isEqualTo(2);
    assertThat(execution.armed(account)).isTrue();
  }

  @Test
  void endOfAnOrderWhoseNoticeWasLostIsTakenFromTheVenue() {
    ClientOrderId id = risk.limit(ENDED, "ended", "1000", "1.00000");
    awaitState(id, "WORKING");
    LOSING.add(id);
    risk.cancel(ENDED, id);
    awaitState(id, "CANCELED");
    assertThat(execution.armed(ENDED)).isTrue();
  }

  @Test
  void positionThatTheVenueDoesNotHaveUnarmsTheAccount() {
    ClientOrderId id = risk.market(DIFFERENT, "one", "1000");
    await().atMost(PATIENCE).until(() -> venue.orders(DIFFERENT).size() == 1);
    venue.tick("1.10000", "1.10010");
    awaitState(id, "FILLED");
    execution
        .jdbc()
        .update(
            """
            insert into venue_fill select md5('made-up'), account, epoch, client_order_id, 'made-up',
              instrument, side, 5, price, fee, fee_currency, venue_time
            from venue_fill where account = 'different'
            """);
    await().atMost(PATIENCE).until(() -> !execution.armed(DIFFERENT));
    assertThat(
            execution.standings().stream()
                .filter(each -> each.account().equals(DIFFERENT))
                .map(Standing::reason))
        .containsExactly("RECONCILIATION: EURUSD.SIM: 1005 here, 1000 at the venue");
  }

  private static String held(AccountId account) {
    return execution
        .jdbc()
        .queryForObject(
            "select trim_scale(sum(case side when 'BUY' then quantity else -quantity end))::text"
                + " from venue_fill where account = ?",
            String.class,
            account.value());
  }

  private static void awaitState(ClientOrderId id, String state) {
    execution.awaitState(id, state, PATIENCE);
  }
}
