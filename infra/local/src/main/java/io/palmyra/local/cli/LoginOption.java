package io.palmyra.local.cli;

import io.palmyra.local.api.SavedLogin;
import io.palmyra.local.api.SuiteApi;
import io.palmyra.local.suite.RunState;
import io.palmyra.local.suite.RunStateFile;
import io.palmyra.local.suite.SuiteHome;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which suite is called, and as whom: the one of this machine by its key, another by a log-in. */
final class LoginOption {
  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Gateway of another machine; needs './palmyra login --url URL' before.")
  @Nullable String url;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "Log-in made by './palmyra login' (default: ${DEFAULT-VALUE}).")
  Path tokenFile = SavedLogin.defaultFile();

  @Mixin HomeOption where = new HomeOption();

  SuiteApi api() {
    SuiteHome home = where.home();
    Optional<RunState> local =
        new RunStateFile(home).read().filter(run -> run.supervisor().process().isPresent());
    if (url == null && local.isPresent()) {
      return SuiteApi.withLocalKey(local.get().gatewayUrl(), home.token());
    }
    if (url == null && !SavedLogin.exists(tokenFile)) {
      return SuiteApi.withLocalKey(new RunStateFile(home).required().gatewayUrl(), home.token());
    }
    return SavedLogin.read(tokenFile, url).api();
  }
}
