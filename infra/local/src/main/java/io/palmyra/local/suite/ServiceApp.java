package io.palmyra.local.suite;

import io.palmyra.local.LocalFailure;
import io.palmyra.local.process.AotCache;
import io.palmyra.local.process.ChildProcess;
import io.palmyra.local.process.Tools;
import io.palmyra.local.server.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A service's program, unpacked from its executable jar once a build, as production does it. */
final class ServiceApp {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final SuiteHome home;
  private final ServiceSpec spec;

  ServiceApp(SuiteHome home, ServiceSpec spec) {
    this.home = home;
    this.spec = spec;
  }

  ServiceSpec spec() {
    return spec;
  }

  /** The unpacked jar; its libraries lie beside it. */
  Path program() {
    return directory().resolve(home.jar(spec).getFileName());
  }

  AotCache cache() {
    return new AotCache(directory().resolve("app.aot"));
  }

  /** Unpacks it unless this build's is there. */
  void unpack() throws IOException {
    Path jar = home.jar(spec);
    if (!Files.exists(jar)) {
      throw LocalFailure.refused(
          "There is no " + jar + ": build first, with ./palmyra run or mvn package.");
    }
    if (Files.exists(stamp()) && Files.readString(stamp()).equals(identity(jar))) {
      return;
    }
    PrivateFiles.deleteTree(directory());
    Files.createDirectories(directory());
    ChildProcess extraction =
        ChildProcess.start(
            List.of(
                Tools.java(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--destination",
                directory().toString(),
                "--force"),
            directory(),
            Map.of(),
            directory().resolve("extract.log"));
    if (extraction.await(LIMIT) != 0) {
      throw LocalFailure.failed("Cannot unpack " + jar + ":\n" + extraction.lastLines(20));
    }
    markUnpacked();
  }

  /** Notes that what lies here is this build. */
  void markUnpacked() throws IOException {
    Files.writeString(stamp(), identity(home.jar(spec)));
  }

  private Path stamp() {
    return directory().resolve("build");
  }

  private Path directory() {
    return home.apps().resolve(spec.id());
  }

  /** Builds set a fixed modification time; the change time of the file's node tells them apart. */
  private static String identity(Path jar) throws IOException {
    return Files.size(jar)
        + " "
        + Files.getAttribute(jar, "unix:ctime")
        + " "
        + System.getProperty("java.vm.version");
  }
}
