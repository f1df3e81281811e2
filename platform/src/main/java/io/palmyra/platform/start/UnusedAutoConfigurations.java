package io.palmyra.platform.start;

import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/**
 * Leaves out what no service uses and every start would pay for: proxies that are looked for in
 * each bean (transactions and aspects by annotation, translated exceptions), repositories in Redis,
 * service discovery and refreshed settings, listeners and templates of Spring for Kafka (we have
 * our own readers), logs sent by OpenTelemetry. Called by Spring Boot before it reads them.
 */
final class UnusedAutoConfigurations implements AutoConfigurationImportFilter {
  private static final List<String> PREFIXES =
      List.of(
          "org.springframework.boot.autoconfigure.admin.",
          "org.springframework.boot.autoconfigure.aop.",
          "org.springframework.boot.autoconfigure.jmx.",
          "org.springframework.boot.data.autoconfigure.web.",
          "org.springframework.boot.data.redis.autoconfigure.DataRedisRepositories",
          "org.springframework.boot.actuate.autoconfigure.endpoint.jackson.Jackson2",
          "org.springframework.boot.data.redis.autoconfigure.DataRedisReactive",
          "org.springframework.boot.data.redis.autoconfigure.health.DataRedisReactive",
          "org.springframework.boot.http.client.autoconfigure.reactive.",
          "org.springframework.boot.http.client.autoconfigure.service.",
          "org.springframework.boot.kafka.autoconfigure.",
          "org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAspects",
          "org.springframework.boot.opentelemetry.autoconfigure.logging.",
          "org.springframework.boot.persistence.autoconfigure.PersistenceExceptionTranslation",
          "org.springframework.boot.restclient.autoconfigure.RestTemplate",
          "org.springframework.boot.servlet.autoconfigure.Multipart",
          "org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration",
          "org.springframework.cloud.autoconfigure.",
          "org.springframework.cloud.client.",
          "org.springframework.cloud.commons.",
          "org.springframework.cloud.configuration.");

  @Override
  public boolean[] match(String[] names, AutoConfigurationMetadata metadata) {
    var used = new boolean[names.length];
    for (int i = 0; i < names.length; i++) {
      String name = names[i];
      used[i] = name == null || PREFIXES.stream().noneMatch(name::startsWith);
    }
    return used;
  }
}
