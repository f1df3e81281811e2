package io.palmyra.local.cli;

import io.palmyra.local.LocalFailure;
import io.palmyra.local.api.SavedLogin;
import io.palmyra.local.api.SuiteApi;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

@Command(
    name = "login",
    mixinStandardHelpOptions = true,
    description = {
      "Logs in at a gateway and keeps the token in a file that only you can read.",
      "On the machine that runs the suite this is not needed."
    })
final class LoginCommand implements Callable<Integer> {
  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8080",
      description = "The gateway (default: ${DEFAULT-VALUE}).")
  String url = "";

  @Option(
      names = {"-u", "--user"},
      paramLabel = "NAME",
      description = "User; asked for if absent.")
  @Nullable String user;

  @Option(
      names = "--password-stdin",
      description = "Read the password from standard input: for scripts.")
  boolean passwordFromInput;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "Where to keep the token (default: ${DEFAULT-VALUE}).")
  Path tokenFile = SavedLogin.defaultFile();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    String username = user == null ? console().readLine("User: ") : user;
    JsonNode session = SuiteApi.login(url, username, password());
    new SavedLogin(
            url,
            username,
            session.path("accessToken").asString(""),
            session.path("expiresAt").asString(""))
        .write(tokenFile);
    spec.commandLine()
        .getOut()
        .println(
            "Logged in as "
                + username
                + " until "
                + session.path("expiresAt").asString("")
                + "; the token is in "
                + tokenFile);
    return 0;
  }

  private String password() {
    if (!passwordFromInput) {
      return new String(console().readPassword("Password: "));
    }
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()))) {
      String line = in.readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      throw LocalFailure.failed("Cannot read the password: " + e.getMessage());
    }
  }

  @SuppressWarnings("SystemConsoleNull") // the library says that it may be null
  private static Console console() {
    Console console = System.console();
    if (console == null || !console.isTerminal()) {
      throw LocalFailure.failed("There is no terminal; use --user and --password-stdin.");
    }
    return console;
  }
}
