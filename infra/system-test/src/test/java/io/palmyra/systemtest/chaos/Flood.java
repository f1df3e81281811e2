package io.palmyra.systemtest.chaos;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.platform.codec.MessageCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.JsonNode;

/** Far more ticks than there are: the last quotes, said again and again as a wild feed would. */
final class Flood {
  private static final int PER_SECOND = 2_000;
  private static final int BURSTS_PER_SECOND = 20;

  private final String bootstrap;
  private final List<QuoteTick> quotes;
  private final MessageCodec codec = new MessageCodec();

  /**
   * @param quotes as REST gives them
   */
  Flood(String bootstrap, JsonNode quotes) {
    this.bootstrap = bootstrap;
    this.quotes = new ArrayList<>();
    quotes.forEach(quote -> this.quotes.add(tick(quote, Instant.now())));
    if (this.quotes.isEmpty()) {
      throw new Fault.Impossible("there are no quotes to repeat");
    }
  }

  private static QuoteTick tick(JsonNode quote, Instant at) {
    return new QuoteTick(
        new InstrumentId(quote.path("instrument").asString()),
        Price.of(quote.path("bid").asString()),
        Price.of(quote.path("ask").asString()),
        Quantity.ZERO,
        Quantity.ZERO,
        at,
        "simulated");
  }

  /** Floods for so long. */
  void during(Duration length) {
    Instant end = Instant.now().plus(length);
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap, "linger.ms", "1"),
            new StringSerializer(),
            new ByteArraySerializer())) {
      while (Instant.now().isBefore(end)) {
        for (int i = 0; i < PER_SECOND / BURSTS_PER_SECOND; i++) {
          producer.send(again(quotes.get(i % quotes.size())));
        }
        Stage.pause(Duration.ofSeconds(1).dividedBy(BURSTS_PER_SECOND));
      }
    }
  }

  private ProducerRecord<String, byte[]> again(QuoteTick quote) {
    Instant now = Instant.now();
    var tick =
        new QuoteTick(
            quote.instrument(),
            quote.bid(),
            quote.ask(),
            quote.bidSize(),
            quote.askSize(),
            now,
            quote.provider());
    return new ProducerRecord<>(
        Topic.TICKS.topicName(),
        quote.instrument().value(),
        codec.encode(new Envelope<>(UUID.randomUUID().toString(), now, now, null, null, tick)));
  }
}
