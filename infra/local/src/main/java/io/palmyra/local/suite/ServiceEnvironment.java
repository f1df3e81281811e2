package io.palmyra.local.suite;

import io.palmyra.local.server.ServerSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a service is told: environment for addresses, a file for the rest, files for secrets. */
final class ServiceEnvironment {
  private static final int SIGNALS_VALID_SECONDS = 5;
  private static final int PRICES_STALE_SECONDS = 10;

  private final SuiteOptions options;
  private final ServerSet servers;

  ServiceEnvironment(SuiteOptions options, ServerSet servers) {
    this.options = options;
    this.servers = servers;
  }

  Map<String, String> variables(ServiceSpec service, int port) {
    SuitePorts ports = options.ports();
    Map<String, String> variables = new TreeMap<>();
    variables.put("SERVER_PORT", Integer.toString(port));
    variables.put("SERVER_ADDRESS", "127.0.0.1");
    variables.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", servers.kafkaBootstrap());
    variables.put("SPRING_DATA_REDIS_URL", servers.redisUri());
    if (!service.database().isEmpty()) {
      variables.put("SPRING_DATASOURCE_URL", servers.jdbcUrl(service.database()));
      variables.put("SPRING_DATASOURCE_USERNAME", service.database());
    }
    variables.put("PALMYRA_SECURITY_JWK_SET_URI", ports.url("gateway") + "/.well-known/jwks.json");
    variables.put("PALMYRA_SECURITY_ISSUER", "palmyra");
    variables.put("PALMYRA_SECURITY_AUDIENCE", "palmyra-services");
    variables.put("PALMYRA_SECRETS_DIR", options.home().secrets(service.id()).toString());
    variables.put("SUITE_SECRETS_DIR", options.home().secrets(service.id()).toString());
    variables.put("SUITE_DATA_DIR", options.home().files(service.id()).toString());
    for (ServiceSpec other : ServiceSpec.ALL) {
      variables.put("SUITE_" + other.variable() + "_URL", ports.url(other.id()));
    }
    // Market time: a replay at speed 60 lets five seconds go by in the twelfth part of one.
    int factor = options.replay().map(SuiteOptions.Replay::factor).orElse(1);
    variables.put("SUITE_SIGNALS_VALID_FOR", SIGNALS_VALID_SECONDS * factor + "s");
    variables.put("SUITE_PRICES_STALE_AFTER", PRICES_STALE_SECONDS * factor + "s");
    variables.put("SUITE_VENUE_HOST", "127.0.0.1");
    variables.put("SUITE_VENUE_PORT", Integer.toString(ports.venueProtocol()));
    return variables;
  }

  List<String> arguments(ServiceSpec service) {
    SuiteHome home = options.home();
    List<String> arguments = new ArrayList<>();
    arguments.add(
        "--spring.config.additional-location=file:"
            + home.settings(service.id())
            + ",optional:file:"
            + home.ownSettings(service.id()));
    if (service.id().equals("market-data")) {
      options
          .replay()
          .ifPresent(
              replay -> {
                arguments.add("--palmyra.market-data.provider=replay");
                arguments.add("--palmyra.market-data.replay.path=" + replay.path());
                arguments.add("--palmyra.market-data.replay.speed=" + replay.speed());
                if (options.liftInitialHalt()) {
                  // Nothing of it goes by before all services listen and trading is on.
                  arguments.add("--palmyra.market-data.replay.start=on-request");
                }
              });
    }
    if (service.id().equals("risk") && options.replay().isPresent()) {
      arguments.add("--palmyra.risk.market-time=ticks");
    }
    if (service.id().equals("strategy") && Files.isDirectory(home.strategies())) {
      arguments.add("--palmyra.strategy.directory=" + home.strategies());
    }
    options
        .settings()
        .getOrDefault(service.id(), List.of())
        .forEach(setting -> arguments.add("--" + setting));
    return arguments;
  }

  /** Writes the suite's settings file of a service. */
  void writeSettings(ServiceSpec service) throws IOException {
    String resource = "/suite/" + service.id() + ".yaml";
    try (InputStream in = ServiceEnvironment.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no " + resource);
      }
      Files.createDirectories(options.home().settings(service.id()).getParent());
      Files.createDirectories(options.home().files(service.id()));
      Files.write(options.home().settings(service.id()), in.readAllBytes());
    }
  }
}
