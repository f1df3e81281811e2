package io.palmyra.platform.lane;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.Message;
import io.palmyra.contracts.account.AccountEvent;
import io.palmyra.contracts.account.CashDeposited;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.signal.CancelRequested;
import io.palmyra.contracts.signal.Signal;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.local.server.ServerSet;
import io.palmyra.platform.codec.MessageCodec;
import io.palmyra.platform.outbox.Outbox;
import io.palmyra.platform.poison.DeadLetters;
import io.palmyra.platform.stream.KafkaClients;
import io.palmyra.platform.stream.MessageTracing;
import io.palmyra.platform.stream.Publisher;
import io.palmyra.platform.stream.StreamParts;
import io.palmyra.platform.time.Ids;
import io.palmyra.testing.TestServers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Real Kafka and PostgreSQL, and lanes over them that keep a total for each account. */
final class LaneWorld implements AutoCloseable {
  static final ServerSet SERVERS = TestServers.shared().servers();
  private static final AtomicInteger NUMBER = new AtomicInteger();

  final MessageCodec codec = new MessageCodec();
  final KafkaClients clients;
  final Publisher publisher;
  final HikariDataSource dataSource;
  final JdbcTemplate jdbc;
  final List<String> haltRequests = new CopyOnWriteArrayList<>();
  private final List<Lane> lanes = new ArrayList<>();
  private final AtomicLong passed = new AtomicLong();

  LaneWorld() {
    this("classic");
  }

  /**
   * @param protocol of the consumers' groups, classic or consumer
   */
  LaneWorld(String protocol) {
    clients =
        new KafkaClients(
            Map.of("bootstrap.servers", SERVERS.kafkaBootstrap(), "group.protocol", protocol));
    publisher = publisher(clients.producer(Map.of()));
    String name = "lane" + NUMBER.incrementAndGet();
    SERVERS.createDatabase(name);
    var config = new HikariConfig();
    config.setJdbcUrl(SERVERS.jdbcUrl(name));
    config.setUsername(name);
    config.setPassword(name);
    config.setConnectionTimeout(1000);
    config.setMaximumPoolSize(4);
    config.setMinimumIdle(0);
    dataSource = new HikariDataSource(config);
    Flyway.configure().dataSource(dataSource).locations("classpath:db/platform").load().migrate();
    jdbc = new JdbcTemplate(dataSource);
    jdbc.execute("create table total (account text primary key, amount numeric, events int)");
  }

  Publisher publisher(Producer<String, byte[]> producer) {
    return new Publisher(
        producer,
        codec,
        MessageTracing.NONE,
        InstantSource.system(),
        new Ids(InstantSource.system()));
  }

  LaneParts parts(Publisher sending) {
    var stream =
        new StreamParts(
            clients,
            codec,
            new DeadLetters(sending, codec, InstantSource.system(), "lane-test"),
            MessageTracing.NONE,
            InstantSource.system(),
            () -> System.nanoTime() + passed.get());
    return new LaneParts(
        stream,
        jdbc,
        new TransactionTemplate(new DataSourceTransactionManager(dataSource)),
        () -> new Outbox(jdbc, sending, codec, InstantSource.system()),
        (account, code, detail) -> haltRequests.add(account + " " + code),
        new Ids(InstantSource.system()),
        new SimpleMeterRegistry());
  }

  /** Lets time pass at once. */
  void pass(Duration time) {
    passed.addAndGet(time.toNanos());
  }

  /** A lane of one account, started. */
  Lane lane(AccountId account, LaneHandler handler, Publisher sending) {
    return started(
        LaneSettings.ofAccount(
            "test", account, LaneGuard.NONE, Topic.ACCOUNT_EVENTS, Topic.SIGNALS),
        handler,
        sending,
        account);
  }

  Lane started(LaneSettings settings, LaneHandler handler, Publisher sending, AccountId... known) {
    var lane = new Lane(settings, handler, parts(sending), List.of(known));
    lanes.add(lane);
    lane.start();
    return lane;
  }

  /** A deposit of one dollar, as execution would write it. */
  Envelope<AccountEvent> deposit(AccountId account, long sequence) {
    Instant at = Instant.parse("2026-01-05T09:00:00Z").plusSeconds(sequence);
    return new Envelope<>(
        account + "/" + sequence,
        at,
        at,
        null,
        sequence,
        new CashDeposited(account, "ref-" + sequence, Money.of("1", Currency.USD), at));
  }

  /** A wish to cancel, as a strategy would write it. */
  Envelope<Signal> cancel(AccountId account, int ordinal) {
    Instant at = Instant.parse("2026-01-05T09:00:00Z").plusSeconds(ordinal);
    String id = String.format(Locale.ROOT, "%032x", ordinal);
    var cancel =
        new CancelRequested(
            new SignalId(id),
            account,
            new SignalSource("strategy:test"),
            new InstrumentId("EURUSD.OANDA"),
            new ClientOrderId(id),
            at,
            List.of());
    return new Envelope<>(account + "/cancel/" + ordinal, at, at, null, null, cancel);
  }

  void send(Topic topic, AccountId account, Envelope<? extends Message> envelope) {
    send(topic, account, codec.encode(envelope));
  }

  void send(Topic topic, AccountId account, byte[] payload) {
    try {
      publisher.publish(topic, account.value(), payload, null).get(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** A record without a key in the partition of an account. */
  void sendWithoutKey(Topic topic, AccountId account, Envelope<? extends Message> envelope) {
    try (var producer = clients.producer(Map.of())) {
      producer
          .send(
              new ProducerRecord<>(
                  topic.topicName(), AccountPartitions.of(account), null, codec.encode(envelope)))
          .get(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  int events(AccountId account) {
    return jdbc
        .queryForList("select events from total where account = ?", Integer.class, account.value())
        .stream()
        .findFirst()
        .orElse(0);
  }

  /** Everything on a topic for an account, from the beginning. */
  List<Envelope<? extends Message>> read(Topic topic, AccountId account) {
    var found = new ArrayList<Envelope<? extends Message>>();
    readRaw(topic.topicName(), account.value())
        .forEach(payload -> found.add(codec.decode(topic, payload)));
    return found;
  }

  List<byte[]> readRaw(String topic, String key) {
    var found = new ArrayList<byte[]>();
    try (var consumer = clients.consumer(null, Map.of())) {
      var partitions =
          IntStream.range(0, consumer.partitionsFor(topic).size())
              .mapToObj(number -> new TopicPartition(topic, number))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(
                record -> {
                  if (key.equals(record.key())) {
                    found.add(record.value());
                  }
                });
      }
    }
    return found;
  }

  @Override
  public void close() {
    lanes.forEach(Lane::stop);
    publisher.close();
    dataSource.close();
  }
}
