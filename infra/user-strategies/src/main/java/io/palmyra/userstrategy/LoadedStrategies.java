package io.palmyra.userstrategy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of the jars of a directory.
 *
 * @param jars those that were taken, by name
 * @param refused the others, by name
 */
public record LoadedStrategies(List<StrategyJar> jars, List<RefusedJar> refused) {
  /** No jars. */
  public static final LoadedStrategies NONE = new LoadedStrategies(List.of(), List.of());

  public LoadedStrategies {
    jars = List.copyOf(jars);
    refused = List.copyOf(refused);
  }

  /** The jar that a type comes from, empty if from none. */
  public Optional<StrategyJar> jarOf(String type) {
    return jars.stream().filter(jar -> jar.ids().contains(type)).findFirst();
  }

  /** The same where all jars are the same to the bit, {@code none} where there are none. */
  public String fingerprint() {
    String all =
        Stream.concat(
                jars.stream().map(jar -> jar.file() + " " + jar.sha256()),
                refused.stream().map(jar -> jar.file() + " " + jar.sha256()))
            .sorted()
            .collect(Collectors.joining("\n"));
    return all.isEmpty()
        ? "none"
        : JarLoading.sha256(all.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
  }
}
