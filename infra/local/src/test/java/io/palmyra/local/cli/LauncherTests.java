package io.palmyra.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the script {@code palmyra} in a checkout of its own, with a JDK, Maven and Node of wax. */
class LauncherTests {
  private static final Path SCRIPT = Path.of("../../palmyra").toAbsolutePath().normalize();

  @TempDir Path temp;
  private Path root;
  private Path tools;
  private Path jdk;
  private String output = "";

  @BeforeEach
  void layOutACheckout() throws IOException {
    root = Files.createDirectories(temp.resolve("check out"));
    tools = Files.createDirectories(temp.resolve("tools"));
    Files.copy(SCRIPT, root.resolve("palmyra"));
    executable(root.resolve("palmyra"), Files.readString(SCRIPT));
    source("pom.xml");
    source("contracts/src/main/java/A.java");
    source("risk-service/src/main/java/B.java");
    source("risk-service/src/test/java/C.java");
    jdk = jdk("jdk-25", "25.0.1");
    maven("3.8.7");
    executable(tools.resolve("node"), "#!/bin/sh\necho v20.19.0\n");
  }

  @Test
  void buildsOnceThenOnlyWhenASourceChangedOrWentOrCame() throws Exception {
    assertThat(palmyra("run")).isZero();
    assertThat(output).contains("Building the suite", "java of jdk-25", "Palmyra run");
    assertThat(palmyra("run")).isZero();
    assertThat(output).doesNotContain("Building").contains("Palmyra run");

    source("risk-service/src/test/java/C.java");
    palmyra("run");
    assertThat(output).as("after a test changed").doesNotContain("Building");
    source("risk-service/src/main/java/B.java");
    palmyra("run");
    assertThat(output).as("after a source changed").contains("Building");
    Files.delete(root.resolve("risk-service/src/main/java/B.java"));
    palmyra("run");
    assertThat(output).as("after a source went").contains("Building");
    palmyra("run");
    assertThat(output).doesNotContain("Building");
  }

  @Test
  void helpBuildsTheCommandLineAtMostOnce() throws Exception {
    palmyra("--help");
    assertThat(output).contains("Building the command line", "-pl infra/local -am");
    source("contracts/src/main/java/A.java");
    palmyra("run", "--help");
    assertThat(output).doesNotContain("Building").contains("Palmyra run --help");
  }

  @Test
  void aFailedBuildIsToldAndTriedAgain() throws Exception {
    executable(
        tools.resolve("mvn"),
        """
        #!/bin/sh
        [ "$1" = --version ] && echo 'Apache Maven 3.9.9 (x)' && exit 0
        echo '[ERROR] cannot find symbol'
        exit 1
        """);
    assertThat(palmyra("run")).isEqualTo(1);
    assertThat(output).contains("cannot find symbol", "the build failed");
    maven("3.9.9");
    assertThat(palmyra("run")).isZero();
  }

  @Test
  void anOlderJdkInJavaHomeIsPassedOver() throws Exception {
    Path old = jdk("jdk-17", "17.0.9");
    Files.createSymbolicLink(tools.resolve("java"), jdk.resolve("bin/java"));
    assertThat(palmyra(Map.of("JAVA_HOME", old.toString()), "run")).isZero();
    assertThat(output).contains("java of jdk-25");
  }

  @Test
  void oldMavenAndNodeAreRefusedByName() throws Exception {
    maven("3.6.3");
    assertThat(palmyra("run")).isEqualTo(4);
    assertThat(output).contains("Maven 3.8 or newer is needed", "3.6.3");
    maven("3.10.0");
    executable(tools.resolve("node"), "#!/bin/sh\necho v18.20.0\n");
    assertThat(palmyra("run")).isEqualTo(4);
    assertThat(output).contains("Node 20.19 or newer is needed", "18.20.0");
  }

  private int palmyra(String... words) throws IOException, InterruptedException {
    return palmyra(Map.of("JAVA_HOME", jdk.toString()), words);
  }

  private int palmyra(Map<String, String> environment, String... words)
      throws IOException, InterruptedException {
    List<String> command = new java.util.ArrayList<>(List.of(root.resolve("palmyra").toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PATH", tools + ":/usr/bin:/bin");
    builder.environment().putAll(environment);
    Process process = builder.start();
    output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor();
  }

  /** Writes a file a little later than everything before it. */
  private void source(String path) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, path);
    FileTime now = Files.getLastModifiedTime(file);
    Files.setLastModifiedTime(file, FileTime.from(now.toInstant().plus(Duration.ofMillis(10))));
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = temp.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    executable(
        home.resolve("bin/java"),
        "#!/bin/sh\necho java of "
            + name
            + "\nwhile [ \"${1#-}\" != \"$1\" ] || "
            + "[ \"${1%\\*}\" != \"$1\" ]; do shift; done\necho \"$@\"\n");
    executable(home.resolve("bin/javac"), "#!/bin/sh\n");
    return home;
  }

  private void maven(String version) throws IOException {
    executable(
        tools.resolve("mvn"),
        """
        #!/bin/sh
        [ "$1" = --version ] && echo 'Apache Maven %s (x)' && exit 0
        echo "[INFO] Building Palmyra :: $* 0.1.0   [1/1]"
        mkdir -p infra/local/target/dependency
        touch infra/local/target/local-0.1.0.jar infra/local/target/dependency/a.jar
        """
            .formatted(version));
  }

  private static void executable(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
