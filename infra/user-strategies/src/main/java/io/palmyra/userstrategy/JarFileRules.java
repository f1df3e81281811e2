package io.palmyra.userstrategy;

import io.palmyra.core.strategy.StrategyType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** What the file of a jar must fulfil before any of its code is run. */
final class JarFileRules {
  static final String SERVICE = "META-INF/services/" + StrategyType.class.getName();

  private JarFileRules() {}

  static void check(Path file) throws IOException {
    try (var jar = new JarFile(file.toFile())) {
      if (jar.getEntry(SERVICE) == null) {
        throw new JarRefusedException("it names no strategy: it has no " + SERVICE);
      }
      Manifest manifest = jar.getManifest();
      if (manifest != null
          && manifest.getMainAttributes().containsKey(Attributes.Name.CLASS_PATH)) {
        throw new JarRefusedException(
            "its manifest names other files by Class-Path; allowed: a jar that holds all that it"
                + " needs, since its hash must speak for all of it");
      }
      jar.stream()
          .filter(entry -> entry.getName().startsWith("io/palmyra/"))
          .filter(entry -> entry.getName().endsWith(".class"))
          .findFirst()
          .ifPresent(
              entry -> {
                throw new JarRefusedException(
                    "it holds "
                        + entry.getName()
                        + "; allowed: packages of its own, none below io.palmyra");
              });
    }
  }
}
