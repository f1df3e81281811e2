package io.palmyra.platform.start;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.logging.Log;
import org.springframework.aot.AotDetector;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.env.DefaultPropertiesPropertySource;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.Ordered;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/**
 * Starts from the context that the build worked out ({@code -Dspring.aot.enabled=true}) only where
 * that is the same context. The build decided which beans there are; a setting of the framework's
 * that could decide otherwise, and is not known to be harmless, has the context put together at the
 * start instead. So no such setting is passed over in silence. Called by Spring Boot once all
 * settings are read.
 */
final class BuiltContext implements EnvironmentPostProcessor, Ordered {
  private static final Set<String> FRAMEWORKS =
      Set.of("spring", "server", "management", "springdoc");

  /** What is read when a bean is made, and decides about none. */
  private static final List<String> HARMLESS =
      prepared(
          "management.metrics.tags",
          "management.tracing.sampling",
          "server.address",
          "server.port",
          "server.shutdown",
          "server.ssl",
          "server.tomcat",
          "spring.aot.enabled",
          "spring.application",
          "spring.beaninfo",
          "spring.cloud.client",
          "spring.config",
          "spring.data.redis.connect-timeout",
          "spring.data.redis.database",
          "spring.data.redis.host",
          "spring.data.redis.password",
          "spring.data.redis.port",
          "spring.data.redis.ssl",
          "spring.data.redis.timeout",
          "spring.data.redis.url",
          "spring.data.redis.username",
          "spring.datasource.hikari",
          "spring.datasource.password",
          "spring.datasource.url",
          "spring.datasource.username",
          "spring.flyway.password",
          "spring.flyway.user",
          "spring.jmx.enabled",
          "spring.kafka.admin",
          "spring.kafka.bootstrap-servers",
          "spring.kafka.consumer",
          "spring.kafka.producer",
          "spring.kafka.properties",
          "spring.kafka.security",
          "spring.kafka.ssl",
          "spring.lifecycle",
          "spring.output");

  private final Log log;

  BuiltContext(DeferredLogFactory logs) {
    this.log = logs.getLog(BuiltContext.class);
  }

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    if (!AotDetector.useGeneratedArtifacts()) {
      return;
    }
    Set<String> deciding = deciding(environment);
    if (!deciding.isEmpty()) {
      log.info("start=slower settings that may decide which beans there are: " + deciding);
      SpringProperties.setProperty(AotDetector.AOT_ENABLED, "false");
    }
  }

  /** Settings from outside the program that may decide which beans there are. */
  static Set<String> deciding(ConfigurableEnvironment environment) {
    var deciding = new TreeSet<String>();
    for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
      if (!isOfTheProgram(source) && source instanceof IterableConfigurationPropertySource names) {
        for (ConfigurationPropertyName name : names) {
          if (!name.isEmpty()
              && FRAMEWORKS.contains(name.getElement(0, ConfigurationPropertyName.Form.UNIFORM))
              && HARMLESS.stream().noneMatch(prepared(name.toString())::startsWith)) {
            deciding.add(name.toString());
          }
        }
      }
    }
    return deciding;
  }

  /** Its own settings were the same when it was built. */
  private static boolean isOfTheProgram(ConfigurationPropertySource source) {
    return source.getUnderlyingSource() instanceof PropertySource<?> underlying
        && (underlying.getName().equals(DefaultPropertiesPropertySource.NAME)
            || underlying.getName().contains("class path resource"));
  }

  private static List<String> prepared(String... names) {
    return List.of(names).stream().map(BuiltContext::prepared).toList();
  }

  /** As variables have it: {@code SPRING_KAFKA_BOOTSTRAP_SERVERS} knows no dashes. Ends a word. */
  private static String prepared(String name) {
    return name.toLowerCase(Locale.ROOT).replace('-', '.').replace('[', '.') + ".";
  }
}
