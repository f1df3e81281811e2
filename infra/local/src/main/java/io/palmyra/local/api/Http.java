package io.palmyra.local.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Small HTTP calls, with the client that starts fastest. */
public final class Http {
  private static final int CONNECT_MILLIS = 2_000;
  private static final int READ_MILLIS = 10_000;

  private Http() {}

  /**
   * An answer.
   *
   * @param status HTTP status
   * @param body its text
   */
  public record Answer(int status, String body) {
    /** Whether it is of the 200s. */
    public boolean isOk() {
      return status / 100 == 2;
    }
  }

  /** Status of a GET, 0 if nobody answers. */
  public static int status(String url) {
    try {
      return call("GET", url, Map.of(), null).status();
    } catch (IOException e) {
      return 0;
    }
  }

  /** One call; a body is sent as JSON. */
  public static Answer call(
      String method, String url, Map<String, String> headers, @Nullable String body)
      throws IOException {
    HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(READ_MILLIS);
    connection.setRequestMethod(method);
    headers.forEach(connection::setRequestProperty);
    if (body != null) {
      connection.setDoOutput(true);
      connection.setRequestProperty("Content-Type", "application/json");
      connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
    int status = connection.getResponseCode();
    try (InputStream in =
        status >= 400 ? connection.getErrorStream() : connection.getInputStream()) {
      String text = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Answer(status, text);
    }
  }
}
