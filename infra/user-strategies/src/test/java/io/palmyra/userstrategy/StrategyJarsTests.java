package io.palmyra.userstrategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.core.strategy.StrategyCatalogue;
import io.palmyra.core.strategy.StrategyRunner;
import io.palmyra.core.strategy.StrategyType;
import io.palmyra.testing.CompiledJar;
import io.palmyra.userstrategy.file.RefusedFile;
import io.palmyra.userstrategy.watch.Watchdog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrategyJarsTests {
  @TempDir Path dir;

  @BeforeEach
  void aGoodJarStandsBesideEachBadOne() {
    Jars.good(dir.resolve("good.jar"), "good");
  }

  private LoadedStrategies load() throws IOException {
    return UserDirectory.load(dir, StrategyCatalogue.builtIn().all(), new Watchdog(_ -> {}));
  }

  /** The reason for which {@code bad.jar} was refused, and nothing but it. */
  private String reason() throws IOException {
    LoadedStrategies loaded = load();
    assertThat(loaded.jars()).extracting(StrategyJar::file).containsExactly("good.jar");
    assertThat(loaded.refused()).extracting(RefusedFile::file).containsExactly("bad.jar");
    assertThat(loaded.refused().getFirst().inWords()).startsWith("bad.jar is refused: ");
    return loaded.refused().getFirst().reason();
  }

  private Path bad() {
    return dir.resolve("bad.jar");
  }

  @Test
  void takesTheTypesOfAJarAndKnowsWhereTheyComeFrom() throws Exception {
    Files.writeString(dir.resolve("README.txt"), "no jar");
    LoadedStrategies loaded = load();
    assertThat(loaded.refused()).isEmpty();
    StrategyJar jar = loaded.jarOf("good").orElseThrow();
    assertThat(jar.file()).isEqualTo("good.jar");
    byte[] bytes = Files.readAllBytes(dir.resolve("good.jar"));
    assertThat(jar.sha256())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    assertThat(loaded.jarOf("sma-cross")).isEmpty();
  }

  @Test
  void refusesAJarThatNamesNoStrategy() throws IOException {
    Jars.jar().with("own.Own", Jars.source("own", "", "return null;")).write(bad());
    assertThat(reason())
        .isEqualTo(
            "it names no strategy: it has no META-INF/services/io.palmyra.core.strategy.StrategyType");
  }

  @Test
  void refusesAJarWhoseServiceFileIsEmpty() throws IOException {
    Jars.jar().providing(StrategyType.class).write(bad());
    assertThat(reason()).startsWith("it names no strategy in META-INF/services/");
  }

  @Test
  void refusesAnIdThatComesWithPalmyra() throws IOException {
    Jars.good(bad(), "sma-cross");
    assertThat(reason())
        .isEqualTo("its strategy 'sma-cross' comes with Palmyra already; allowed: ids of its own");
  }

  @Test
  void refusesBothJarsThatHaveOneId() throws IOException {
    Jars.good(dir.resolve("one.jar"), "same");
    Jars.good(dir.resolve("two.jar"), "same");
    LoadedStrategies loaded = load();
    assertThat(loaded.jars()).extracting(StrategyJar::file).containsExactly("good.jar");
    assertThat(loaded.refused())
        .extracting(RefusedFile::inWords)
        .containsExactly(
            "one.jar is refused: its strategy 'same' is in two.jar too; allowed: ids of its own",
            "two.jar is refused: its strategy 'same' is in one.jar too; allowed: ids of its own");
  }

  @Test
  void refusesAProviderThatIsNotThere() throws IOException {
    Jars.jar()
        .with("own.Own", Jars.source("own", "", "return null;"))
        .providing(StrategyType.class, "own.Other")
        .write(bad());
    assertThat(reason()).contains("own.Other").contains("not found");
  }

  @Test
  void refusesAConstructorThatThrows() throws IOException {
    Jars.of(
        bad(),
        "own",
        "public Own() { throw new IllegalStateException(\"no licence\"); }",
        "return null;");
    assertThat(reason())
        .isEqualTo("loading it ended with java.lang.IllegalStateException: no licence");
  }

  @Test
  void refusesAStaticPartThatThrows() throws IOException {
    Jars.of(bad(), "own", "static final int ZERO = 1 / Integer.signum(0);", "return null;");
    assertThat(reason())
        .isEqualTo("loading it ended with java.lang.ArithmeticException: / by zero");
  }

  @Test
  void refusesAStaticPartThatDoesNotEnd() throws IOException {
    Jars.of(
        bad(),
        "own",
        "static { while (!Boolean.getBoolean(\"loading.test.end\")) {} }",
        "return null;");
    assertThat(reason()).isEqualTo("loading bad.jar did not return within PT10S");
    System.setProperty("loading.test.end", "true");
  }

  @Test
  void refusesADescriptorThatThrows() throws IOException {
    Jars.jar()
        .with(
            "own.Own",
            Jars.source("own", "", "return null;")
                .replace(
                    "return new StrategyDescriptor(",
                    "if (true) throw new RuntimeException(\"moody\"); return new StrategyDescriptor("))
        .providing(StrategyType.class, "own.Own")
        .write(bad());
    assertThat(reason()).isEqualTo("loading it ended with java.lang.RuntimeException: moody");
  }

  @Test
  void refusesAnIdThatNobodyCanType() throws IOException {
    Jars.good(bad(), "My Strategy");
    assertThat(reason())
        .isEqualTo("the id of own.Own is 'My Strategy'; allowed: [a-z][a-z0-9-]{0,63}");
  }

  @Test
  void refusesDefaultsThatItsOwnSchemaRefuses() throws IOException {
    Jars.jar()
        .with(
            "own.Own",
            Jars.source("own", "", "return null;")
                .replace(
                    "\"Does little.\", List.of(),",
                    "\"Does little.\", List.of(new ParameterSpec.Whole(\"bars\", \"of it\", 5, 9, 1)),"))
        .providing(StrategyType.class, "own.Own")
        .write(bad());
    assertThat(reason())
        .isEqualTo(
            "the defaults of own are refused: bars is '1'; allowed: a whole number from 5 to 9");
  }

  @Test
  void refusesClassesOfANewerJava() throws IOException {
    Path good = Jars.good(dir.resolve("newer.tmp"), "newer");
    CompiledJar newer = Jars.jar().providing(StrategyType.class, "own.Own");
    try (var jar = new ZipFile(good.toFile())) {
      for (ZipEntry entry : jar.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
        byte[] bytes = jar.getInputStream(entry).readAllBytes();
        // Bytes 6 and 7 are the major version: 45 and the number of the Java.
        bytes[7] = (byte) (45 + Runtime.version().feature());
        newer.withFile(entry.getName(), bytes);
      }
    }
    newer.write(bad());
    assertThat(reason()).startsWith("it was compiled for a newer Java than runs here");
  }

  @Test
  void refusesAJarThatMissesAClass() throws IOException {
    Path whole =
        Jars.jar()
            .with(
                "lib.Library",
                "package lib; public class Library { public static int ONE() { return 1; } }")
            .with(
                "own.Own", Jars.source("own", "final int one = lib.Library.ONE();", "return null;"))
            .write(dir.resolve("whole.tmp"));
    Jars.without(whole, "lib/Library.class", bad());
    assertThat(reason())
        .isEqualTo(
            "it misses the class lib/Library; allowed: the JDK, the published API and what the jar"
                + " holds itself");
  }

  @Test
  void aJarSeesNeitherOurProgramNorItsLibraries() throws IOException {
    for (Class<?> hidden :
        new Class<?>[] {StrategyRunner.class, StrategyJars.class, Test.class, CompiledJar.class}) {
      Jars.of(
          bad(),
          "own",
          "static { try { Class.forName(\"%s\"); } catch (ClassNotFoundException e) { throw new RuntimeException(\"hidden\"); } }"
              .formatted(hidden.getName()),
          "return null;");
      assertThat(reason()).as(hidden.getName()).endsWith("RuntimeException: hidden");
    }
  }

  @Test
  void twoJarsSeeNothingOfEachOther() throws IOException {
    Jars.good(dir.resolve("other.jar"), "other");
    LoadedStrategies loaded = load();
    Class<?> one = create(loaded, "good");
    Class<?> two = create(loaded, "other");
    assertThat(one.getName()).isEqualTo(two.getName());
    assertThat(one).isNotEqualTo(two);
  }

  private static Class<?> create(LoadedStrategies loaded, String id) {
    StrategyType type = loaded.jarOf(id).orElseThrow().types().getFirst();
    var accepted =
        (io.palmyra.core.strategy.Validated.Accepted)
            type.descriptor().validate(java.util.Map.of());
    return type.create(accepted.parameters(), new InstrumentId("EURUSD.SIM")).getClass();
  }

  @Test
  void refusesClassesInOurPackages() throws IOException {
    Jars.jar()
        .with("io.palmyra.core.strategy.Mine", "package io.palmyra.core.strategy; class Mine {}")
        .with("own.Own", Jars.source("own", "", "return null;"))
        .providing(StrategyType.class, "own.Own")
        .write(bad());
    assertThat(reason())
        .isEqualTo(
            "it holds io/palmyra/core/strategy/Mine.class; allowed: packages of its own, none below"
                + " io.palmyra");
  }

  @Test
  void refusesAJarThatStandsOnOtherFiles() throws IOException {
    String manifest = "Manifest-Version: 1.0\nClass-Path: other.jar\n";
    CompiledJar jar = Jars.jar();
    jar.withFile("META-INF/MANIFEST.MF", manifest.getBytes(StandardCharsets.UTF_8));
    jar.with("own.Own", Jars.source("own", "", "return null;"))
        .providing(StrategyType.class, "own.Own")
        .write(bad());
    assertThat(reason()).startsWith("its manifest names other files by Class-Path; allowed: ");
  }

  @Test
  void refusesWhatIsNoJar() throws IOException {
    Files.writeString(bad(), "no jar at all");
    assertThat(reason()).startsWith("it is no jar: ");
  }

  @Test
  void theFingerprintTellsJarsApart() throws IOException {
    String before = load().fingerprint();
    assertThat(load().fingerprint()).isEqualTo(before);
    Files.writeString(bad(), "no jar at all");
    String withBad = load().fingerprint();
    assertThat(withBad).isNotEqualTo(before);
    Jars.of(dir.resolve("good.jar"), "good", "int changed;", "return List.of();");
    assertThat(load().fingerprint()).isNotEqualTo(withBad);
    assertThat(LoadedStrategies.NONE.fingerprint()).isEqualTo("none");
  }

  @Test
  void whatWasLoadedRunsWhateverBecomesOfTheFile() throws IOException {
    LoadedStrategies loaded = load();
    Files.writeString(dir.resolve("good.jar"), "overwritten");
    assertThat(create(loaded, "good").getName()).startsWith("own.Own");
  }
}
