package io.palmyra.userstrategy;

import io.palmyra.core.strategy.StrategyType;
import io.palmyra.userstrategy.onnx.ModelFiles;
import io.palmyra.userstrategy.onnx.OnnxType;
import io.palmyra.userstrategy.watch.Watchdog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** All that users bring: jars in a directory, and models in its subdirectory {@code models}. */
public final class UserDirectory {
  private UserDirectory() {}

  /**
   * Loads it, once: what comes later is taken at the next start.
   *
   * @param own types that come with Palmyra, whose ids are taken
   * @param watchdog under which the code of others is called
   * @throws IOException if it can't be read
   */
  public static LoadedStrategies load(
      Path directory, Collection<? extends StrategyType> own, Watchdog watchdog)
      throws IOException {
    Set<String> ids = new HashSet<>(Set.of(OnnxType.ID));
    own.forEach(type -> ids.add(type.descriptor().id()));
    ModelFiles models = ModelFiles.load(directory.resolve("models"), watchdog);
    return StrategyJars.load(directory, ids, watchdog).with(models);
  }
}
