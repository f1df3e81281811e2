package io.palmyra.local.api;

import io.palmyra.local.ExitCode;
import io.palmyra.local.LocalFailure;
import io.palmyra.local.server.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A person's log-in at a gateway, kept in a file of mode 600.
 *
 * @param url the gateway
 * @param username who
 * @param accessToken the token; it ends after some minutes
 * @param expiresAt when, ISO-8601
 */
public record SavedLogin(String url, String username, String accessToken, String expiresAt) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Where it is kept unless told otherwise. */
  public static Path defaultFile() {
    return Path.of(System.getProperty("user.home"), ".config", "palmyra", "login.json");
  }

  /** Whether there is one. */
  public static boolean exists(Path file) {
    return Files.exists(file);
  }

  /** Reads it; refuses one of another gateway. */
  public static SavedLogin read(Path file, @Nullable String url) {
    try {
      SavedLogin login = JSON.readValue(Files.readString(file), SavedLogin.class);
      if (url != null && !login.url().equals(url)) {
        throw LocalFailure.failed(
            file + " is a log-in at " + login.url() + "; log in with ./palmyra login --url " + url);
      }
      return login;
    } catch (IOException | JacksonException e) {
      throw new LocalFailure(
          ExitCode.FAILED, "There is no log-in at " + file + "; use ./palmyra login.", e);
    }
  }

  /** Writes it, readable by its owner alone. */
  public void write(Path file) {
    try {
      Path directory = file.toAbsolutePath().getParent();
      if (directory != null && !Files.exists(directory)) {
        PrivateFiles.createDirectories(directory);
      }
      PrivateFiles.write(file, JSON.writeValueAsString(this));
    } catch (IOException e) {
      throw new LocalFailure(ExitCode.REFUSED, "Cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /** The gateway under this log-in. */
  public SuiteApi api() {
    return new SuiteApi(url, accessToken);
  }
}
