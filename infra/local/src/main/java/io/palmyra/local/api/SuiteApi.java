package io.palmyra.local.api;

import io.palmyra.local.ExitCode;
import io.palmyra.local.LocalFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gateway's REST interface under somebody's access token. */
public final class SuiteApi {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String url;
  private final String accessToken;

  /** A gateway with a token. */
  public SuiteApi(String url, String accessToken) {
    this.url = url;
    this.accessToken = accessToken;
  }

  /** With the key that lies in a file of the machine which runs the suite. */
  public static SuiteApi withLocalKey(String url, Path keyFile) {
    try {
      String key = Files.readString(keyFile).strip();
      return new SuiteApi(url, accessToken(exchange(url, "token", Map.of("key", key))));
    } catch (IOException e) {
      throw unreachable(url, e);
    }
  }

  /** Logs in with a name and a password; gives the whole answer. */
  public static JsonNode login(String url, String username, String password) {
    try {
      return exchange(url, "login", Map.of("username", username, "password", password));
    } catch (IOException e) {
      throw unreachable(url, e);
    }
  }

  /** Reads. */
  public JsonNode get(String path) {
    return call("GET", path, null);
  }

  /** Writes; the body's values are sent as they are. */
  public JsonNode post(String path, Map<String, ?> body) {
    return call("POST", path, new TreeMap<>(body));
  }

  private JsonNode call(String method, String path, @Nullable Map<String, ?> body) {
    try {
      Http.Answer answer =
          Http.call(
              method,
              url + path,
              Map.of("Authorization", "Bearer " + accessToken),
              body == null ? null : JSON.writeValueAsString(body));
      return read(answer);
    } catch (IOException e) {
      throw unreachable(url, e);
    }
  }

  private static JsonNode exchange(String url, String what, Map<String, String> body)
      throws IOException {
    return read(
        Http.call("POST", url + "/api/v1/auth/" + what, Map.of(), JSON.writeValueAsString(body)));
  }

  private static String accessToken(JsonNode answer) {
    return answer.path("accessToken").asString("");
  }

  private static JsonNode read(Http.Answer answer) {
    try {
      JsonNode body = JSON.readTree(answer.body().isBlank() ? "{}" : answer.body());
      if (answer.isOk()) {
        return body;
      }
      throw LocalFailure.failed(Problem.text(answer.status(), body));
    } catch (JacksonException e) {
      throw new LocalFailure(
          ExitCode.FAILED, "The gateway answered " + answer.status() + " without JSON.", e);
    }
  }

  private static LocalFailure unreachable(String url, IOException cause) {
    return new LocalFailure(
        ExitCode.NOT_RUNNING, "Nobody answers at " + url + ": " + cause.getMessage(), cause);
  }
}
