package io.palmyra.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives a service under test the settings that whoever runs it would give. */
public final class TestSettings
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  @Override
  public void initialize(ConfigurableApplicationContext context) {
    var environment = context.getEnvironment();
    String service = environment.getProperty("spring.application.name", "service");
    // Below what a test sets itself, above the service's own files.
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("palmyra-test", settings(service)));
    for (String own : List.of("Dynamic Test Properties", "Inlined Test Properties")) {
      var source = environment.getPropertySources().remove(own);
      if (source != null) {
        environment.getPropertySources().addFirst(source);
      }
    }
  }

  /**
   * The settings, with a new database, as for {@code --name=value} arguments of a process. Who has
   * another database needs another consumer group, hence another {@code spring.application.name}.
   */
  public static Map<String, Object> settings(String service) {
    TestServers servers = TestServers.shared();
    TestDatabase database = servers.newDatabase(service);
    var settings = new HashMap<String, Object>();
    settings.put("spring.kafka.bootstrap-servers", servers.kafkaBootstrap());
    settings.put("spring.datasource.url", database.url());
    settings.put("spring.datasource.username", database.username());
    settings.put("spring.datasource.password", database.password());
    settings.put("spring.data.redis.url", servers.redisUrl());
    settings.put("palmyra.security.jwk-set-uri", TestTokens.shared().jwkSetUri());
    settings.put("palmyra.accounts[0].id", "paper");
    settings.put("palmyra.accounts[0].base-currency", "USD");
    settings.put("palmyra.accounts[0].venue", "SIMULATED");
    settings.put("management.prometheus.metrics.export.enabled", "true");
    settings.put("management.tracing.export.enabled", "true");
    return settings;
  }
}
