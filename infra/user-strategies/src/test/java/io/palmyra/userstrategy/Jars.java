package io.palmyra.userstrategy;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.core.strategy.StrategyType;
import io.palmyra.testing.CompiledJar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Jars of users, good and bad, made from a few lines. */
final class Jars {
  private static final String SOURCE =
      """
      package own;

      import io.palmyra.contracts.id.InstrumentId;
      import io.palmyra.contracts.market.*;
      import io.palmyra.core.strategy.*;
      import java.util.List;

      public class Own implements StrategyType {
        %s

        public StrategyDescriptor descriptor() {
          return new StrategyDescriptor("%s", "Does little.", List.of(), p -> List.of(), false);
        }

        public Strategy create(Parameters parameters, InstrumentId instrument) {
          return new Strategy() {
            public DataNeeds needs() {
              return new DataNeeds(true, null, false, 0);
            }

            public boolean isReady() {
              return true;
            }

            public List<Proposal> onTick(TickMessage tick, StrategyContext context) {
              %s
            }
          };
        }
      }
      """;

  private Jars() {}

  /** The source of a type {@code own.Own}. */
  static String source(String id, String members, String onTick) {
    return SOURCE.formatted(members, id, onTick);
  }

  static CompiledJar jar() {
    return CompiledJar.against(StrategyType.class, InstrumentId.class);
  }

  /** A jar of one type that is as it should be. */
  static Path good(Path file, String id) {
    return of(file, id, "", "return List.of();");
  }

  static Path of(Path file, String id, String members, String onTick) {
    return jar()
        .with("own.Own", source(id, members, onTick))
        .providing(StrategyType.class, "own.Own")
        .write(file);
  }

  /** The same jar of {@code own.Own} without one of its files. */
  static void without(Path whole, String file, Path to) throws IOException {
    CompiledJar rest = jar().providing(StrategyType.class, "own.Own");
    try (var jar = new ZipFile(whole.toFile())) {
      for (ZipEntry entry : jar.stream().filter(e -> !e.getName().equals(file)).toList()) {
        rest.withFile(entry.getName(), jar.getInputStream(entry).readAllBytes());
      }
    }
    rest.write(to);
  }
}
