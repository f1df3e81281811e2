package io.palmyra.local.cli;

import io.palmyra.local.suite.SuiteHome;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the suite's state lies. */
final class HomeOption {
  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "Where the suite keeps its state (default: .palmyra in the checkout).")
  @Nullable Path dataDir;

  SuiteHome home() {
    Path root = Path.of(System.getProperty("palmyra.root", "")).toAbsolutePath();
    SuiteHome standard = SuiteHome.of(root);
    Path chosen = dataDir;
    return chosen == null ? standard : new SuiteHome(root, chosen.toAbsolutePath().normalize());
  }
}
