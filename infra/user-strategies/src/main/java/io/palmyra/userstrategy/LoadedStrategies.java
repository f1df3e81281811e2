package io.palmyra.userstrategy;

import io.palmyra.core.strategy.StrategyType;
import io.palmyra.userstrategy.file.RefusedFile;
import io.palmyra.userstrategy.file.Sha256;
import io.palmyra.userstrategy.onnx.ModelFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of the files of a directory.
 *
 * @param jars those that were taken, by name
 * @param refusedJars the others, by name
 * @param models in ONNX
 */
public record LoadedStrategies(
    List<StrategyJar> jars, List<RefusedFile> refusedJars, ModelFiles models) {
  /** No files. */
  public static final LoadedStrategies NONE =
      new LoadedStrategies(List.of(), List.of(), ModelFiles.NONE);

  public LoadedStrategies {
    jars = List.copyOf(jars);
    refusedJars = List.copyOf(refusedJars);
  }

  /** The same with models. */
  LoadedStrategies with(ModelFiles newModels) {
    return new LoadedStrategies(jars, refusedJars, newModels);
  }

  /** All types that can be run. */
  public List<StrategyType> types() {
    return Stream.concat(jars.stream().flatMap(jar -> jar.types().stream()), models.type().stream())
        .toList();
  }

  /** All files that were not taken. */
  public List<RefusedFile> refused() {
    return Stream.concat(refusedJars.stream(), models.refused().stream()).toList();
  }

  /** The jar that a type comes from, empty if from none. */
  public Optional<StrategyJar> jarOf(String type) {
    return jars.stream().filter(jar -> jar.ids().contains(type)).findFirst();
  }

  /** The same where all files are the same to the bit, {@code none} where there are none. */
  public String fingerprint() {
    Stream<String> taken =
        Stream.concat(
            jars.stream().map(jar -> jar.file() + " " + jar.sha256()),
            models.taken().stream().map(model -> model.file() + " " + model.sha256()));
    Stream<String> others = refused().stream().map(file -> file.file() + " " + file.sha256());
    String all = Stream.concat(taken, others).sorted().collect(Collectors.joining("\n"));
    return all.isEmpty()
        ? "none"
        : Sha256.of(all.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
  }
}
