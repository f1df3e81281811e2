package io.palmyra.strategy.inbound;

import io.palmyra.userstrategy.RefusedJar;
import io.palmyra.userstrategy.StrategyJar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A jar of users as people are shown it.
 *
 * @param file its name
 * @param sha256 of its bytes
 * @param strategies ids of the types that were taken, none if it was refused
 * @param refused why it was refused, null if it was not
 */
record JarView(String file, String sha256, List<String> strategies, @Nullable String refused) {
  static JarView of(StrategyJar jar) {
    return new JarView(jar.file(), jar.sha256(), jar.ids(), null);
  }

  static JarView of(RefusedJar jar) {
    return new JarView(jar.file(), jar.sha256(), List.of(), jar.reason());
  }
}
