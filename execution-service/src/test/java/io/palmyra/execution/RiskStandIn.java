package io.palmyra.execution;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.Message;
import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.contracts.control.HaltMode;
import io.palmyra.contracts.control.HaltScope;
import io.palmyra.contracts.control.HaltStatus;
import io.palmyra.contracts.control.RiskHeartbeat;
import io.palmyra.contracts.control.RiskTier;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.HaltId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.order.CancelOrder;
import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.order.ReplaceOrder;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.order.TimeInForce;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import io.palmyra.platform.codec.MessageCodec;
import io.palmyra.testing.KafkaTestClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Writes what risk would: heartbeats, halts, orders with their sequences. */
final class RiskStandIn implements AutoCloseable {
  static final Duration MAXIMUM_AGE = Duration.ofMinutes(2);

  private static final SignalSource SOURCE = new SignalSource("person:test");
  private final KafkaTestClient kafka = new KafkaTestClient();
  private final MessageCodec codec = new MessageCodec();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final Map<AccountId, Long> sequences = new HashMap<>();
  private final InstantSource clock = InstantSource.system();
  private volatile boolean beating = true;
  private long beats;

  RiskStandIn() {
    halt(HaltScope.ALL, "initial", HaltStatus.LIFTED, false);
    timer.scheduleAtFixedRate(this::beat, 0, 300, TimeUnit.MILLISECONDS);
  }

  void beating(boolean alive) {
    beating = alive;
  }

  private void beat() {
    if (beating) {
      var beat =
          new RiskHeartbeat(
              "test", ++beats, IntStream.range(0, 8).boxed().toList(), clock.instant());
      send(Topic.CONTROL, beat.key(), beat, null);
    }
  }

  void halt(HaltScope scope, String id, HaltStatus status, boolean cancelOrders) {
    var halt =
        new HaltChanged(
            scope,
            new HaltId(id),
            status,
            HaltMode.HALTED,
            RiskTier.NORMAL,
            "test",
            "test",
            clock.instant(),
            cancelOrders,
            true);
    send(Topic.CONTROL, halt.key(), halt, null);
  }

  static ClientOrderId id(AccountId account, String key) {
    return ClientOrderId.of(SignalId.of(SOURCE, account, key), 0, 0, 0);
  }

  ClientOrderId market(AccountId account, String key, String quantity) {
    return order(account, key, OrderType.MARKET, quantity, null);
  }

  /** One that was approved so long ago, below zero for one of a clock that is ahead. */
  ClientOrderId market(AccountId account, String key, Duration ago) {
    return order(account, key, OrderType.MARKET, "1000", null, clock.instant().minus(ago));
  }

  ClientOrderId limit(AccountId account, String key, String quantity, String price) {
    return order(account, key, OrderType.LIMIT, quantity, Price.of(price));
  }

  private ClientOrderId order(
      AccountId account, String key, OrderType type, String quantity, Price limit) {
    return order(account, key, type, quantity, limit, clock.instant());
  }

  private ClientOrderId order(
      AccountId account,
      String key,
      OrderType type,
      String quantity,
      Price limit,
      Instant approvedAt) {
    ClientOrderId id = id(account, key);
    command(
        account,
        new SubmitOrder(
            id,
            account,
            SignalId.of(SOURCE, account, key),
            SOURCE,
            VenueFixture.EURUSD,
            Side.BUY,
            type,
            Quantity.of(quantity),
            limit,
            null,
            null,
            TimeInForce.GTC,
            false,
            null,
            null,
            approvedAt,
            MAXIMUM_AGE));
    return id;
  }

  ClientOrderId replace(
      AccountId account, ClientOrderId id, String key, String quantity, String limit) {
    ClientOrderId newId = id(account, key);
    command(
        account,
        new ReplaceOrder(
            id,
            account,
            newId,
            SignalId.of(SOURCE, account, key),
            Quantity.of(quantity),
            Price.of(limit),
            null,
            MAXIMUM_AGE,
            clock.instant()));
    return newId;
  }

  void cancel(AccountId account, ClientOrderId id) {
    command(account, new CancelOrder(id, account, "test"));
  }

  private void command(AccountId account, Message command) {
    send(Topic.ORDERS, account.value(), command, sequences.merge(account, 1L, Long::sum));
  }

  private void send(Topic topic, String key, Message body, Long sequence) {
    Instant now = clock.instant();
    kafka.send(
        topic,
        key,
        codec.encode(
            new Envelope<>(
                topic.topicName() + "/" + key + "/" + now + "/" + sequence,
                now,
                now,
                null,
                sequence,
                body)));
  }

  @Override
  public void close() {
    timer.shutdownNow();
    kafka.close();
  }
}
