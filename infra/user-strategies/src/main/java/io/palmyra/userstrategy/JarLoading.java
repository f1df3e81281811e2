package io.palmyra.userstrategy;

import io.palmyra.core.strategy.StrategyType;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * Loads one jar, from a copy: what its hash was taken of is what runs, whatever becomes of the file
 * meanwhile.
 */
final class JarLoading {
  private JarLoading() {}

  /**
   * The types of a jar. Runs its code, which may throw anything.
   *
   * @throws JarRefusedException if it may not be used
   * @throws IOException if it is no jar
   */
  static List<StrategyType> types(String name, byte[] bytes) throws IOException {
    Path copy = Files.createTempFile("palmyra-strategy-", ".jar");
    copy.toFile().deleteOnExit();
    Files.write(copy, bytes);
    JarFileRules.check(copy);
    // Never closed: its classes are loaded as they are needed, until the process ends.
    @SuppressWarnings("resource")
    var loader = new URLClassLoader(name, new URL[] {copy.toUri().toURL()}, new ApiClassLoader());
    List<StrategyType> types = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (StrategyType type : ServiceLoader.load(StrategyType.class, loader)) {
      var described =
          new DescribedType(DescriptorRules.checked(type.descriptor(), type.getClass()), type);
      if (!ids.add(described.descriptor().id())) {
        throw new JarRefusedException("two of its types are called " + described.descriptor().id());
      }
      types.add(described);
    }
    if (types.isEmpty()) {
      throw new JarRefusedException("it names no strategy in " + JarFileRules.SERVICE);
    }
    return types;
  }
}
