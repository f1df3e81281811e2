package io.palmyra.testing.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/** Which rules hold in which module. */
public final class ArchitectureRules {
  static final String CONTRACTS = "io.palmyra.contracts";
  static final String TRADING_CORE = "io.palmyra.core";
  static final String PLATFORM = "io.palmyra.platform";

  /** What runs as a process of its own. */
  static final List<String> SERVICES =
      List.of(
          "io.palmyra.marketdata",
          "io.palmyra.sentiment",
          "io.palmyra.strategy",
          "io.palmyra.risk",
          "io.palmyra.execution",
          "io.palmyra.portfolio",
          "io.palmyra.gateway",
          "io.palmyra.venue");

  private ArchitectureRules() {}

  /** The rules of the module whose package this is. */
  public static List<ArchRule> of(String base) {
    List<ArchRule> own =
        switch (base) {
          case CONTRACTS -> DependencyRules.ofContracts(base);
          case TRADING_CORE -> DependencyRules.ofTradingCore(base);
          case PLATFORM -> DependencyRules.ofPlatform(base);
          default -> SERVICES.contains(base) ? ofService(base) : List.of();
        };
    return Stream.concat(EverywhereRules.all().stream(), own.stream()).toList();
  }

  static List<ArchRule> ofService(String base) {
    return Stream.of(DependencyRules.ofService(base), RoomRules.of(base))
        .flatMap(List::stream)
        .toList();
  }
}
