package io.palmyra.platform.lane;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.account.CashDeposited;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.testing.FullForm;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Members of a group come and go under load: each message is applied once and what follows from it
 * is published in order. A minute of it in the full form.
 */
class RebalanceStormIT {
  private static final int ACCOUNTS = 16;
  private static final Duration LENGTH = FullForm.isWanted() ? ofSeconds(60) : ofSeconds(10);
  private static final Duration STAY = ofMillis(700);

  @ParameterizedTest
  @ValueSource(strings = {"classic", "consumer"})
  void losesAndRepeatsNothing(String protocol) throws InterruptedException {
    List<AccountId> accounts =
        IntStream.range(0, ACCOUNTS)
            .mapToObj(number -> new AccountId("storm-" + protocol + "-" + number))
            .toList();
    var world = new LaneWorld(protocol);
    try {
      Thread load = Thread.ofVirtual().start(() -> feed(world, accounts));
      int came = comeAndGo(world, accounts, protocol);
      load.join();
      int sent = sent();
      await()
          .atMost(ofSeconds(60))
          .until(() -> accounts.stream().allMatch(account -> world.events(account) == sent));
      assertThat(came).isGreaterThan(5);
      for (AccountId account : accounts) {
        List<Long> published =
            world.read(Topic.PORTFOLIO, account).stream().map(Envelope::sequence).toList();
        assertThat(published.stream().distinct())
            .as("%s, first of each sequence in order", account)
            .containsExactlyElementsOf(LongStream.rangeClosed(1, sent).boxed().toList());
      }
      assertThat(world.haltRequests).isEmpty();
    } finally {
      world.close();
    }
  }

  /** One message for each account every 20 ms. */
  private static int sent() {
    return (int) (LENGTH.toMillis() / 20);
  }

  private static void feed(LaneWorld world, List<AccountId> accounts) {
    for (int sequence = 1; sequence <= sent(); sequence++) {
      for (AccountId account : accounts) {
        world.publisher.publish(
            Topic.ACCOUNT_EVENTS,
            account.value(),
            world.codec.encode(world.deposit(account, sequence)),
            null);
      }
      LockSupport.parkNanos(ofMillis(20).toNanos());
    }
  }

  /** Two members or three; the oldest goes each time another has come. */
  private static int comeAndGo(LaneWorld world, List<AccountId> accounts, String protocol) {
    var settings = LaneSettings.ofGroup("storm-" + protocol, Topic.ACCOUNT_EVENTS);
    Deque<Lane> members = new ArrayDeque<>();
    int came = 0;
    long end = System.nanoTime() + LENGTH.toNanos();
    while (System.nanoTime() - end < 0) {
      members.add(world.started(settings, new Counts(accounts, world.jdbc), world.publisher));
      came++;
      LockSupport.parkNanos(STAY.toNanos());
      if (members.size() > 2) {
        members.removeFirst().stop();
      }
    }
    return came;
  }

  /** Counts the messages of the accounts of its partitions, and publishes the count. */
  private static final class Counts implements LaneHandler {
    private final List<AccountId> accounts;
    private final JdbcTemplate jdbc;
    private final Map<AccountId, Integer> counts = new HashMap<>();
    private final Set<AccountId> changed = new HashSet<>();

    private Counts(List<AccountId> accounts, JdbcTemplate jdbc) {
      this.accounts = accounts;
      this.jdbc = jdbc;
    }

    private List<AccountId> of(int partition) {
      return accounts.stream().filter(id -> AccountPartitions.of(id) == partition).toList();
    }

    @Override
    public void opened(int partition) {
      for (AccountId account : of(partition)) {
        counts.put(
            account,
            jdbc
                .queryForList(
                    "select events from total where account = ?", Integer.class, account.value())
                .stream()
                .findFirst()
                .orElse(0));
      }
    }

    @Override
    public void closed(int partition) {
      of(partition).forEach(counts::remove);
      of(partition).forEach(changed::remove);
    }

    @Override
    public void on(LaneRecord record, LaneTransaction transaction) {
      if (record.envelope().body() instanceof CashDeposited deposit
          && counts.containsKey(deposit.account())) {
        AccountId account = deposit.account();
        int count = counts.merge(account, 1, Integer::sum);
        changed.add(account);
        transaction.publish(Topic.PORTFOLIO, account, Totals.counted(account, count), deposit.at());
      }
    }

    @Override
    public void flush() {
      for (AccountId account : new ArrayList<>(changed)) {
        jdbc.update(
            "insert into total (account, amount, events) values (?, 0, ?)"
                + " on conflict (account) do update set events = excluded.events",
            account.value(),
            counts.get(account));
      }
      changed.clear();
    }
  }
}
