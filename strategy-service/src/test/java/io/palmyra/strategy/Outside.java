package io.palmyra.strategy;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.Message;
import io.palmyra.contracts.fill.Liquidity;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.ExecutionId;
import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.VenueId;
import io.palmyra.contracts.id.VenueOrderId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.BarClosed;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.order.TimeInForce;
import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.orderevent.OrderPending;
import io.palmyra.contracts.signal.Signal;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.marketdata.InstrumentCatalogue;
import io.palmyra.platform.codec.MessageCodec;
import io.palmyra.platform.stream.KafkaClients;
import io.palmyra.testing.TestServers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/** Market data, risk and execution as the service meets them: as records on topics. */
final class Outside implements AutoCloseable {
  private final AccountId account;
  private final InstrumentDefined instrument;
  private final MessageCodec codec = new MessageCodec();
  private final KafkaClients clients =
      new KafkaClients(Map.of("bootstrap.servers", TestServers.shared().kafkaBootstrap()));
  private final Producer<String, byte[]> producer = clients.producer(Map.of());
  private Instant time = Instant.parse("2026-11-20T10:00:00Z");
  private long sequence;

  /** A world of its own for each account and symbol. */
  Outside(String account, String symbol) {
    this.account = new AccountId(account);
    this.instrument =
        new InstrumentCatalogue(new VenueId("SIM"), LocalDate.of(2026, 11, 21), true)
            .named(symbol)
            .orElseThrow();
    send(Topic.INSTRUMENTS, instrument.instrument().value(), instrument, null);
  }

  InstrumentId instrument() {
    return instrument.instrument();
  }

  /** One-second bars that close at these prices; tells where the last one stands. */
  RecordMetadata bars(double... closes) {
    RecordMetadata last = null;
    for (double close : closes) {
      Price at = price(close);
      var bar =
          new BarClosed(
              instrument(),
              Duration.ofSeconds(1),
              time,
              at,
              at.plus(instrument.tickSize()),
              at.minus(instrument.tickSize()),
              at,
              Quantity.ZERO,
              3);
      time = time.plusSeconds(1);
      last = send(Topic.BARS, instrument().value(), bar, null);
    }
    return last;
  }

  void tick(double mid) {
    Price at = price(mid);
    time = time.plusMillis(10);
    send(
        Topic.TICKS,
        instrument().value(),
        new QuoteTick(instrument(), at, at, Quantity.ZERO, Quantity.ZERO, time, "test"),
        null);
  }

  /** Execution has the order of a signal and the venue fills it whole. */
  void fill(Signal signal, Side side, String quantity, boolean reduceOnly) {
    ClientOrderId order = ClientOrderId.of(signal.signalId(), 0, 0, 0);
    send(
        Topic.ORDER_EVENTS,
        account.value(),
        new OrderPending(
            order,
            account,
            instrument(),
            time,
            signal.signalId(),
            signal.source(),
            side,
            OrderType.MARKET,
            Quantity.of(quantity),
            null,
            null,
            null,
            TimeInForce.IOC,
            reduceOnly,
            null),
        ++sequence);
    var execution = new ExecutionId("e" + sequence);
    send(
        Topic.ORDER_EVENTS,
        account.value(),
        new OrderFilled(
            order,
            account,
            instrument(),
            time,
            new VenueOrderId("v" + sequence),
            signal.signalId(),
            signal.source(),
            side,
            FillId.of(new VenueId("SIMULATED"), account, execution),
            execution,
            Quantity.of(quantity),
            price(1),
            Quantity.of(quantity),
            Quantity.ZERO,
            Money.zero(new Currency("USD")),
            Liquidity.TAKER,
            time),
        ++sequence);
  }

  /** An order event whose predecessor is missing. */
  void skipOneOrderEvent() {
    sequence++;
  }

  /** Puts bytes that nobody can read on the account's events. */
  void poison() {
    get(new ProducerRecord<>("order-events", account.value(), new byte[] {1, 2, 3}));
  }

  /** All signals of the account so far. */
  List<Envelope<? extends Message>> signals() {
    return all(Topic.SIGNALS, account.value());
  }

  /** All messages of a key on a topic so far. */
  List<Envelope<? extends Message>> all(Topic topic, String key) {
    List<Envelope<? extends Message>> found = new ArrayList<>();
    try (Consumer<String, byte[]> consumer = clients.consumer(null, Map.of())) {
      List<TopicPartition> partitions =
          IntStream.range(0, topic.partitions())
              .mapToObj(partition -> new TopicPartition(topic.topicName(), partition))
              .toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      consumer.seekToBeginning(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          if (key.equals(record.key())) {
            found.add(codec.decode(topic, record.value()));
          }
        }
      }
    }
    return found;
  }

  private Price price(double value) {
    int scale = instrument.priceScale();
    return new Price(Math.round(value * Math.pow(10, scale)), scale);
  }

  private RecordMetadata send(Topic topic, String key, Message body, Long accountSequence) {
    var envelope =
        new Envelope<>(
            UUID.randomUUID().toString(), time, Instant.now(), null, accountSequence, body);
    return get(new ProducerRecord<>(topic.topicName(), key, codec.encode(envelope)));
  }

  private RecordMetadata get(ProducerRecord<String, byte[]> record) {
    try {
      return producer.send(record).get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
