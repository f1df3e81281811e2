package io.palmyra.portfolio;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.Message;
import io.palmyra.contracts.account.AccountMessage;
import io.palmyra.contracts.account.CashDeposited;
import io.palmyra.contracts.fill.FillMessage;
import io.palmyra.contracts.fill.FillRecorded;
import io.palmyra.contracts.fill.Liquidity;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.ExecutionId;
import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.id.VenueId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.instrument.InstrumentTerms;
import io.palmyra.contracts.instrument.MarginTerms;
import io.palmyra.contracts.instrument.SessionCalendar;
import io.palmyra.contracts.instrument.SpotTerms;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import io.palmyra.platform.codec.MessageCodec;
import io.palmyra.testing.TestServers;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes to the topics what market data and execution would. */
final class VenueSide implements AutoCloseable {
  static final InstrumentDefined EURUSD =
      instrument("EURUSD.SIM", "EUR", new MarginTerms(Quantity.of("30"), Quantity.of("0.03")));
  static final InstrumentDefined BTCUSD = instrument("BTCUSD.SIM", "BTC", new SpotTerms());
  static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

  private final MessageCodec codec = new MessageCodec();
  private final KafkaProducer<String, byte[]> producer =
      new KafkaProducer<>(
          Map.of("bootstrap.servers", TestServers.shared().kafkaBootstrap(), "acks", "all"),
          new StringSerializer(),
          new ByteArraySerializer());

  VenueSide() {
    send(Topic.INSTRUMENTS, EURUSD.instrument().value(), null, EURUSD);
    send(Topic.INSTRUMENTS, BTCUSD.instrument().value(), null, BTCUSD);
  }

  private static InstrumentDefined instrument(String id, String base, InstrumentTerms terms) {
    return new InstrumentDefined(
        new InstrumentId(id),
        id,
        new Currency(base),
        Currency.USD,
        5,
        Price.of("0.00001"),
        8,
        Quantity.of("0.00000001"),
        Quantity.of("0.00000001"),
        Quantity.of("100000000"),
        Quantity.ONE,
        terms,
        SessionCalendar.always());
  }

  void quote(InstrumentDefined instrument, String bid, String ask, Instant time) {
    send(
        Topic.TICKS,
        instrument.instrument().value(),
        null,
        new QuoteTick(
            instrument.instrument(),
            Price.of(bid),
            Price.of(ask),
            Quantity.ONE,
            Quantity.ONE,
            time,
            "test"));
  }

  void fill(long sequence, FillMessage fill) {
    send(Topic.FILLS, fill.account().value(), sequence, fill);
  }

  void event(long sequence, AccountMessage event) {
    send(Topic.ACCOUNT_EVENTS, event.account().value(), sequence, event);
  }

  void deposit(AccountId account, long sequence, String dollars) {
    event(
        sequence,
        new CashDeposited(account, "d" + sequence, Money.of(dollars, Currency.USD), START));
  }

  void raw(Topic topic, String key, byte[] payload) {
    producer.send(new ProducerRecord<>(topic.topicName(), key, payload));
    producer.flush();
  }

  private void send(
      Topic topic, String key, @org.jspecify.annotations.Nullable Long sequence, Message body) {
    var envelope = new Envelope<>(UUID.randomUUID().toString(), START, START, null, sequence, body);
    producer.send(new ProducerRecord<>(topic.topicName(), key, codec.encode(envelope)));
  }

  void flush() {
    producer.flush();
  }

  static FillRecorded fill(
      AccountId account,
      int number,
      InstrumentDefined instrument,
      Side side,
      String quantity,
      String price,
      String fee) {
    var venue = new VenueId("SIMULATED");
    var execution = new ExecutionId("E" + number);
    var source = new SignalSource("strategy:test");
    SignalId signal = SignalId.of(source, account, "k" + number);
    return new FillRecorded(
        ClientOrderId.of(signal, 0, 0, 0),
        account,
        instrument.instrument(),
        signal,
        source,
        venue,
        side,
        FillId.of(venue, account, execution),
        execution,
        Quantity.of(quantity),
        Price.of(price),
        Quantity.of(quantity),
        Quantity.ZERO,
        Money.of(fee, Currency.USD),
        Liquidity.TAKER,
        START.plusMillis(number));
  }

  @Override
  public void close() {
    producer.close();
  }
}
