package io.palmyra.platform.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.palmyra.platform.codec.MessageCodec;
import io.palmyra.platform.lane.LaneParts;
import io.palmyra.platform.outbox.Outbox;
import io.palmyra.platform.poison.AlertedHaltRequests;
import io.palmyra.platform.poison.DeadLetters;
import io.palmyra.platform.poison.HaltRequests;
import io.palmyra.platform.time.Ids;
import io.palmyra.platform.time.MonotonicClock;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Builds what readers, publishers and lanes are made of. */
@AutoConfiguration(
    afterName = {
      "org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
    })
@EnableConfigurationProperties(KafkaProperties.class)
public class MessagingAutoConfiguration {
  private static final String OUTBOX = "outbox";

  @Bean
  @ConditionalOnMissingBean
  MessageCodec messageCodec() {
    return new MessageCodec();
  }

  @Bean
  KafkaClients kafkaClients(KafkaProperties properties) {
    var settings = properties.buildConsumerProperties();
    settings.keySet().removeIf(key -> key.contains("deserializer") || key.equals("group.id"));
    return new KafkaClients(settings);
  }

  @Bean
  @ConditionalOnMissingBean
  MessageTracing messageTracing() {
    return MessageTracing.NONE;
  }

  @Bean
  Publisher publisher(
      KafkaProperties properties,
      KafkaClients clients,
      MessageCodec codec,
      MessageTracing tracing,
      InstantSource clock,
      Ids ids) {
    return new Publisher(
        clients.producer(Map.copyOf(properties.getProducer().getProperties())),
        codec,
        tracing,
        clock,
        ids);
  }

  /**
   * For outboxes: its records wait for Kafka as long as the process lives, so that none is given up
   * while those after it are written. Others are told soon that Kafka does not answer.
   */
  @Bean(defaultCandidate = false)
  @Qualifier(OUTBOX)
  Publisher outboxPublisher(
      KafkaProperties properties,
      KafkaClients clients,
      MessageCodec codec,
      MessageTracing tracing,
      InstantSource clock,
      Ids ids) {
    Map<String, Object> settings = new HashMap<>(properties.getProducer().getProperties());
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
    return new Publisher(clients.producer(settings), codec, tracing, clock, ids);
  }

  @Bean
  DeadLetters deadLetters(
      Publisher publisher,
      MessageCodec codec,
      InstantSource clock,
      @Value("${spring.application.name}") String service) {
    return new DeadLetters(publisher, codec, clock, service);
  }

  @Bean
  @ConditionalOnMissingBean
  HaltRequests haltRequests(
      Publisher publisher,
      InstantSource clock,
      @Value("${spring.application.name}") String service) {
    return new AlertedHaltRequests(publisher, clock, service);
  }

  @Bean
  StreamParts streamParts(
      KafkaClients clients,
      MessageCodec codec,
      DeadLetters deadLetters,
      MessageTracing tracing,
      InstantSource clock,
      MonotonicClock monotonic) {
    return new StreamParts(clients, codec, deadLetters, tracing, clock, monotonic);
  }

  @Bean
  StreamReaders streamReaders(StreamParts parts) {
    return new StreamReaders(parts);
  }

  @Bean
  @ConditionalOnBean(JdbcTemplate.class)
  LaneParts laneParts(
      StreamParts stream,
      JdbcTemplate jdbc,
      TransactionTemplate transactions,
      @Qualifier(OUTBOX) Publisher publisher,
      HaltRequests halts,
      Ids ids,
      MeterRegistry metrics) {
    return new LaneParts(
        stream,
        jdbc,
        transactions,
        () -> new Outbox(jdbc, publisher, stream.codec(), stream.clock()),
        halts,
        ids,
        metrics);
  }
}
