package io.palmyra.strategy;

import io.palmyra.core.strategy.RunnerState;
import io.palmyra.strategy.application.Fleet;
import io.palmyra.strategy.application.InstanceStore;
import io.palmyra.testing.TestSettings;
import io.palmyra.testing.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** One running strategy service. Those with the same settings share a database. */
final class Replica implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  private Replica(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** Settings with a new database, one account and one SMA cross on it. */
  static Map<String, Object> settings(String account, String instrument, String type) {
    Map<String, Object> settings = new HashMap<>(TestSettings.settings("strategy-service"));
    settings.put("server.port", "0");
    settings.put("server.address", "127.0.0.1");
    settings.put("palmyra.accounts[0].id", account);
    settings.put("palmyra.strategy.signal-validity", "5s");
    settings.put("palmyra.strategy.assign-every", "100ms");
    String seed = "palmyra.strategy.seed[0].";
    settings.put(seed + "type", type);
    settings.put(seed + "id", account + "-run");
    settings.put(seed + "account", account);
    settings.put(seed + "instrument", instrument);
    settings.put(seed + "capital", "10000");
    if (type.equals("sma-cross")) {
      settings.put(seed + "parameters.fast", "2");
      settings.put(seed + "parameters.slow", "4");
      settings.put(seed + "parameters.atrPeriod", "3");
      settings.put(seed + "parameters.interval", "PT1S");
    }
    return settings;
  }

  static Replica start(Map<String, Object> settings) {
    String[] arguments =
        settings.entrySet().stream()
            .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
            .toArray(String[]::new);
    return new Replica(
        new SpringApplicationBuilder(StrategyServiceApplication.class).run(arguments));
  }

  /** Whether its instance runs here and is past its warm-up. */
  boolean isLive() {
    return bean(InstanceStore.class).all().stream()
        .map(instance -> bean(Fleet.class).state(instance.id()).orElse(null))
        .anyMatch(state -> state instanceof RunnerState.Running);
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
    return send("POST", path, body);
  }

  HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    String port = context.getEnvironment().getProperty("local.server.port");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", "Bearer " + TestTokens.shared().withRoles("TRADER"))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
