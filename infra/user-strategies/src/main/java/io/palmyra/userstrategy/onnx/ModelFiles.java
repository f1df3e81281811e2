package io.palmyra.userstrategy.onnx;

import ai.onnxruntime.OrtException;
import io.palmyra.core.strategy.OverrunException;
import io.palmyra.core.strategy.StrategyType;
import io.palmyra.userstrategy.file.RefusedFile;
import io.palmyra.userstrategy.file.Sha256;
import io.palmyra.userstrategy.watch.StrategyThrewException;
import io.palmyra.userstrategy.watch.Watchdog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The models of a directory, read once: what its hash was taken of is what runs.
 *
 * @param taken those that can be run, by name
 * @param refused the others, by name
 * @param type that asks them, empty where there are none
 */
public record ModelFiles(
    List<ModelFile> taken, List<RefusedFile> refused, Optional<StrategyType> type) {
  /** No models. */
  public static final ModelFiles NONE = new ModelFiles(List.of(), List.of(), Optional.empty());

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\.onnx");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /**
   * @param reason why not, null if it can be run
   */
  private record Outcome(@Nullable OnnxModel model, @Nullable String reason) {}

  public ModelFiles {
    taken = List.copyOf(taken);
    refused = List.copyOf(refused);
  }

  /**
   * Loads all files whose names end with {@code .onnx}, in the order of their names.
   *
   * @param directory need not be there
   * @throws IOException if it can't be read
   */
  public static ModelFiles load(Path directory, Watchdog watchdog) throws IOException {
    if (!Files.isDirectory(directory)) {
      return NONE;
    }
    Map<String, OnnxModel> models = new TreeMap<>();
    List<ModelFile> taken = new ArrayList<>();
    List<RefusedFile> refused = new ArrayList<>();
    for (Path file : files(directory)) {
      String name = file.getFileName().toString();
      String path = directory.getFileName() + "/" + name;
      byte[] bytes;
      try {
        bytes = Files.readAllBytes(file);
      } catch (IOException e) {
        refused.add(new RefusedFile(path, "", "it cannot be read: " + e));
        continue;
      }
      Outcome outcome = outcome(name, bytes, watchdog);
      if (outcome.model() == null) {
        refused.add(new RefusedFile(path, Sha256.of(bytes), "" + outcome.reason()));
      } else {
        models.put(name, outcome.model());
        taken.add(new ModelFile(path, Sha256.of(bytes)));
      }
    }
    return new ModelFiles(
        taken, refused, models.isEmpty() ? Optional.empty() : Optional.of(new OnnxType(models)));
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      return all.filter(file -> file.getFileName().toString().endsWith(".onnx"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  private static Outcome outcome(String name, byte[] bytes, Watchdog watchdog) {
    if (!NAME.matcher(name).matches()) {
      return new Outcome(null, "its name is '" + name + "'; allowed: " + NAME);
    }
    try {
      return watchdog.call("loading " + name, PATIENCE, () -> loaded(bytes));
    } catch (OverrunException | StrategyThrewException e) {
      return new Outcome(null, e.getMessage());
    }
  }

  private static Outcome loaded(byte[] bytes) {
    try {
      return new Outcome(OnnxModel.of(bytes), null);
    } catch (ModelRefusedException e) {
      return new Outcome(null, e.getMessage());
    } catch (OrtException e) {
      return new Outcome(null, "ONNX Runtime cannot run it: " + e.getMessage());
    }
  }
}
