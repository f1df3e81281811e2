package io.palmyra.userstrategy;

import io.palmyra.core.strategy.OverrunException;
import io.palmyra.core.strategy.StrategyType;
import io.palmyra.userstrategy.file.RefusedFile;
import io.palmyra.userstrategy.file.Sha256;
import io.palmyra.userstrategy.onnx.ModelFiles;
import io.palmyra.userstrategy.watch.StrategyThrewException;
import io.palmyra.userstrategy.watch.Watchdog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Loads the jars of a directory, once: a jar that comes later is taken at the next start. Each is
 * taken or refused as a whole, and none keeps the others from being taken.
 */
final class StrategyJars {
  /** Longest that a jar's own code may take while it is loaded. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final List<StrategyJar> loaded = new ArrayList<>();
  private final List<RefusedFile> refused = new ArrayList<>();
  private final Watchdog watchdog;

  /**
   * @param reason why not, null if it was loaded
   */
  private record Outcome(List<StrategyType> types, @Nullable String reason) {}

  private StrategyJars(Watchdog watchdog) {
    this.watchdog = watchdog;
  }

  /**
   * Loads all files of a directory whose names end with {@code .jar}, in the order of their names.
   *
   * @param own ids that are taken
   * @param watchdog under which the jars' code is called
   * @throws IOException if the directory can't be read
   */
  static LoadedStrategies load(Path directory, Set<String> own, Watchdog watchdog)
      throws IOException {
    var loading = new StrategyJars(watchdog);
    for (Path file : files(directory)) {
      loading.load(file);
    }
    return loading.withoutClashes(own);
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      return all.filter(file -> file.getFileName().toString().endsWith(".jar"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  private void load(Path file) {
    String name = file.getFileName().toString();
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      refused.add(new RefusedFile(name, "", "it cannot be read: " + e));
      return;
    }
    String sha256 = Sha256.of(bytes);
    Outcome outcome = outcome(name, bytes);
    if (outcome.reason() == null) {
      loaded.add(new StrategyJar(name, sha256, outcome.types()));
    } else {
      refused.add(new RefusedFile(name, sha256, outcome.reason()));
    }
  }

  private Outcome outcome(String name, byte[] bytes) {
    try {
      return watchdog.call(
          "loading " + name,
          PATIENCE,
          () -> {
            try {
              return new Outcome(JarLoading.types(name, bytes), null);
            } catch (Throwable e) {
              return new Outcome(List.of(), Causes.inWords(e));
            }
          });
    } catch (OverrunException | StrategyThrewException e) {
      return new Outcome(List.of(), e.getMessage());
    }
  }

  /** Of two jars with one id neither is taken: which one is meant nobody can tell. */
  private LoadedStrategies withoutClashes(Set<String> own) {
    List<StrategyJar> taken = new ArrayList<>();
    for (StrategyJar jar : loaded) {
      List<String> clashes =
          jar.ids().stream().flatMap(id -> clash(id, jar, own).stream()).toList();
      if (clashes.isEmpty()) {
        taken.add(jar);
      } else {
        String reason = String.join(", ", clashes) + "; allowed: ids of its own";
        refused.add(new RefusedFile(jar.file(), jar.sha256(), reason));
      }
    }
    refused.sort(Comparator.comparing(RefusedFile::file));
    return new LoadedStrategies(taken, refused, ModelFiles.NONE);
  }

  private Optional<String> clash(String id, StrategyJar jar, Set<String> own) {
    if (own.contains(id)) {
      return Optional.of("its strategy '" + id + "' comes with Palmyra already");
    }
    return loaded.stream()
        .filter(other -> !other.equals(jar) && other.ids().contains(id))
        .findFirst()
        .map(other -> "its strategy '" + id + "' is in " + other.file() + " too");
  }
}
