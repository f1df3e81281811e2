package io.palmyra.backtest;

import io.palmyra.core.strategy.StrategyCatalogue;
import io.palmyra.core.strategy.StrategyType;
import io.palmyra.local.LocalFailure;
import io.palmyra.userstrategy.LoadedStrategies;
import io.palmyra.userstrategy.UserDirectory;
import io.palmyra.userstrategy.watch.Watchdog;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The strategies that can be run here: those that come with Palmyra, and the user's own.
 *
 * @param catalogue all
 * @param loaded the user's files
 */
record Strategies(StrategyCatalogue catalogue, LoadedStrategies loaded) {
  /**
   * With those of a directory.
   *
   * @param directory null for none
   * @param refusals told of each file that is not taken
   */
  static Strategies of(@Nullable Path directory, PrintStream refusals) throws IOException {
    Collection<StrategyType> own = StrategyCatalogue.builtIn().all();
    if (directory == null) {
      return new Strategies(new StrategyCatalogue(own), LoadedStrategies.NONE);
    }
    if (!Files.isDirectory(directory)) {
      throw LocalFailure.refused(
          "--strategies is '" + directory + "'; allowed: a directory that can be read");
    }
    LoadedStrategies loaded = UserDirectory.load(directory, own, new Watchdog(_ -> {}));
    loaded.refused().forEach(jar -> refusals.println(jar.inWords()));
    List<StrategyType> all = new ArrayList<>(own);
    all.addAll(loaded.types());
    return new Strategies(new StrategyCatalogue(all), loaded);
  }

  /**
   * The one of an id.
   *
   * @param named how people named it, such as --strategy
   */
  StrategyType require(String named, String id) {
    return catalogue
        .find(id)
        .orElseThrow(
            () ->
                LocalFailure.refused(
                    named
                        + " is '"
                        + id
                        + "'; allowed: "
                        + catalogue.all().stream()
                            .map(type -> type.descriptor().id())
                            .collect(Collectors.joining(", "))));
  }
}
