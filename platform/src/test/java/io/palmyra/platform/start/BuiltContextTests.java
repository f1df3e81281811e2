package io.palmyra.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.DefaultPropertiesPropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class BuiltContextTests {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "management.opentelemetry.tracing.export.otlp.endpoint",
        "management.server.port",
        "management.endpoints.web.exposure.include",
        "server.forward-headers-strategy",
        "server.ports",
        "spring.autoconfigure.exclude[0]",
        "spring.flyway.enabled",
        "spring.kafka.jaas.enabled",
        "spring.data.redis.cluster.nodes",
        "springdoc.api-docs.enabled"
      })
  void namesASettingThatMayDecideAboutBeans(String name) {
    assertThat(BuiltContext.deciding(given(name))).containsExactly(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "palmyra.risk.market-time",
        "logging.level.root",
        "server.port",
        "server.ssl.bundle",
        "spring.application.pid",
        "spring.cloud.client.hostname",
        "spring.kafka.producer.properties[linger.ms]",
        "spring.datasource.hikari.maximum-pool-size",
        "management.tracing.sampling.probability"
      })
  void passesOverWhatDecidesAboutNone(String name) {
    assertThat(BuiltContext.deciding(given(name))).isEmpty();
  }

  @Test
  void readsVariablesAsWell() {
    var environment = bare();
    environment
        .getPropertySources()
        .addFirst(
            new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                Map.of(
                    "SPRING_KAFKA_BOOTSTRAP_SERVERS", "localhost:9092",
                    "SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE", "3",
                    "HOME", "/root",
                    "SPRING_FLYWAY_ENABLED", "false")));
    assertThat(BuiltContext.deciding(environment)).containsExactly("spring.flyway.enabled");
  }

  @Test
  void passesOverThePrograms() {
    var environment = bare();
    MutablePropertySources sources = environment.getPropertySources();
    Map<String, Object> deciding = Map.of("spring.threads.virtual.enabled", "true");
    sources.addLast(new MapPropertySource(DefaultPropertiesPropertySource.NAME, deciding));
    sources.addLast(
        new MapPropertySource("Config resource 'class path resource [a.yaml]'", deciding));
    assertThat(BuiltContext.deciding(environment)).isEmpty();
    sources.addLast(new MapPropertySource("Config resource 'file [a.yaml]'", deciding));
    assertThat(BuiltContext.deciding(environment))
        .containsExactly("spring.threads.virtual.enabled");
  }

  private static StandardEnvironment given(String name) {
    var environment = bare();
    environment.getPropertySources().addFirst(new MapPropertySource("file", Map.of(name, "x")));
    return environment;
  }

  /** Without the variables and properties of whatever runs the test. */
  private static StandardEnvironment bare() {
    var environment = new StandardEnvironment();
    environment.getPropertySources().stream()
        .toList()
        .forEach(source -> environment.getPropertySources().remove(source.getName()));
    return environment;
  }
}
