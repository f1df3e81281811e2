package io.palmyra.execution.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.VenueId;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What happens where nothing can be compared; the rest is shown over a real venue. */
class RepeatedReconciliationTests {
  private static final AccountIdentity ACCOUNT =
      new AccountIdentity(new AccountId("compared"), new VenueId("SIMULATED"), 3);

  private final List<String> asked = new ArrayList<>();
  private final List<String> used = new ArrayList<>();
  private long nanos = -5;
  private int submitted;
  private final Clocks clocks = new Clocks(InstantSource.fixed(Instant.EPOCH), () -> nanos);
  private final Journal journal = notedOnly(Journal.class);
  private final VenueSession session = notedOnly(VenueSession.class);
  private final RepeatedReconciliation repeated = repeated();

  private RepeatedReconciliation repeated() {
    LaneAccess withoutDatabase =
        (change, urgency) -> {
          submitted++;
          return CompletableFuture.failedFuture(new IllegalStateException("the database is away"));
        };
    var book = new OrderBook();
    var memory = new OrderMemory(ACCOUNT.account(), book, journal, this::ask);
    var orders = new OrderJournal(ACCOUNT, memory, clocks, (_, _) -> {});
    var reconciliation = new Reconciliation(ACCOUNT, journal, orders, book, null, withoutDatabase);
    return new RepeatedReconciliation(
        ACCOUNT,
        reconciliation,
        new BooksComparison(ACCOUNT.account(), journal, memory, book, withoutDatabase),
        new CashReports(ACCOUNT, memory, withoutDatabase, clocks),
        new UnknownFates(ACCOUNT, book, reconciliation, this::ask, clocks),
        this::ask,
        clocks,
        1,
        Duration.ofSeconds(60));
  }

  @Test
  void leavesSessionAndAccountAloneWhileTheDatabaseIsAwayAndTriesAgainLater() {
    repeated.look(session);
    assertThat(submitted).isZero();
    pass(60);
    repeated.look(session);
    repeated.look(session);
    assertThat(submitted).isEqualTo(1);
    pass(60);
    repeated.look(session);
    assertThat(submitted).isEqualTo(2);
    assertThat(asked).isEmpty();
    assertThat(used).isEmpty();
  }

  private void ask(AccountId account, String code, String detail) {
    asked.add(account + " " + code + " " + detail);
  }

  private void pass(int seconds) {
    nanos += Duration.ofSeconds(seconds).toNanos();
  }

  /** Notes what it is asked, and answers nothing. */
  private <T> T notedOnly(Class<T> port) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              used.add(method.getName());
              throw new UnsupportedOperationException(method.getName());
            }));
  }
}
