package io.palmyra.strategy.outbound;

import io.palmyra.core.strategy.StrategyCatalogue;
import io.palmyra.core.strategy.StrategyType;
import io.palmyra.platform.settings.InvalidSetting;
import io.palmyra.platform.settings.InvalidSettingsException;
import io.palmyra.userstrategy.LoadedStrategies;
import io.palmyra.userstrategy.UserDirectory;
import io.palmyra.userstrategy.watch.Watchdog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The strategies of users, from the directory of the settings. */
public final class UserStrategies {
  private static final Logger LOG = LoggerFactory.getLogger(UserStrategies.class);

  private UserStrategies() {}

  /**
   * Loads them and tells of each file what became of it.
   *
   * @param directory null for none
   */
  public static LoadedStrategies load(@Nullable Path directory, Watchdog watchdog) {
    if (directory == null) {
      return LoadedStrategies.NONE;
    }
    if (!Files.isDirectory(directory) || !Files.isReadable(directory)) {
      throw new InvalidSettingsException(
          List.of(
              new InvalidSetting(
                  "palmyra.strategy.directory",
                  directory.toString(),
                  "a directory that can be read")));
    }
    try {
      LoadedStrategies loaded =
          UserDirectory.load(directory, StrategyCatalogue.builtIn().all(), watchdog);
      tell(loaded);
      return loaded;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void tell(LoadedStrategies loaded) {
    loaded
        .jars()
        .forEach(
            jar ->
                LOG.info(
                    "jar loaded file={} sha256={} strategies={}",
                    jar.file(),
                    jar.sha256(),
                    jar.ids()));
    loaded
        .models()
        .taken()
        .forEach(model -> LOG.info("model loaded file={} sha256={}", model.file(), model.sha256()));
    loaded
        .refused()
        .forEach(
            jar ->
                LOG.error(
                    "file refused file={} sha256={} reason={}",
                    jar.file(),
                    jar.sha256(),
                    jar.reason()));
  }

  /**
   * Those that come with Palmyra and those of users.
   *
   * @param watching puts a watch on a type of theirs
   */
  public static StrategyCatalogue catalogue(
      LoadedStrategies loaded, UnaryOperator<StrategyType> watching) {
    List<StrategyType> all = new ArrayList<>(StrategyCatalogue.builtIn().all());
    loaded.types().stream().map(watching).forEach(all::add);
    return new StrategyCatalogue(all);
  }
}
