package io.palmyra.local.suite;

import io.palmyra.local.server.Ports;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every port of the suite on 127.0.0.1.
 *
 * @param services HTTP port of each service by its id
 * @param venueProtocol where the simulated venue takes orders
 * @param servers Kafka, PostgreSQL, Redis
 */
public record SuitePorts(Map<String, Integer> services, int venueProtocol, Ports servers) {
  private static final List<String> ORDER =
      List.of(
          "gateway",
          "market-data",
          "sentiment",
          "strategy",
          "execution",
          "risk",
          "portfolio",
          "simulated-venue");

  /** The ports of {@code palmyra run}: 8080 to 8087, 8097, and the servers' own. */
  public static SuitePorts standard() {
    return new SuitePorts(inARow(8080), 8097, Ports.standard());
  }

  /** From one port on: services N to N+7, the venue's protocol N+17, servers N+20 to N+23. */
  public static SuitePorts from(int base) {
    return new SuitePorts(
        inARow(base), base + 17, new Ports(base + 20, base + 21, base + 22, base + 23));
  }

  /** Ports that are free now. */
  public static SuitePorts random() {
    int[] free = Ports.free(ORDER.size() + 5);
    Map<String, Integer> services = new LinkedHashMap<>();
    for (int i = 0; i < ORDER.size(); i++) {
      services.put(ORDER.get(i), free[i]);
    }
    int next = ORDER.size();
    return new SuitePorts(
        services,
        free[next],
        new Ports(free[next + 1], free[next + 2], free[next + 3], free[next + 4]));
  }

  /** HTTP port of a service. */
  public int of(String service) {
    Integer port = services.get(service);
    if (port == null) {
      throw new IllegalArgumentException("no such service: " + service);
    }
    return port;
  }

  /** Base URL of a service. */
  public String url(String service) {
    return "http://127.0.0.1:" + of(service);
  }

  /** Refuses if one of them is taken, and says which. */
  public void requireFree() {
    services.forEach(Ports::requireFree);
    Ports.requireFree("the venue's protocol", venueProtocol);
    servers.requireFree();
  }

  private static Map<String, Integer> inARow(int base) {
    Map<String, Integer> services = new LinkedHashMap<>();
    for (int i = 0; i < ORDER.size(); i++) {
      services.put(ORDER.get(i), base + i);
    }
    return services;
  }
}
