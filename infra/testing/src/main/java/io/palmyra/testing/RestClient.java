package io.palmyra.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Calls a service over HTTP, with a token or without. Thread-safe. */
public final class RestClient {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final int port;
  private final @Nullable String token;

  private RestClient(int port, @Nullable String token) {
    this.port = port;
    this.token = token;
  }

  /** Calls the service on a port of this machine, without a token. */
  public static RestClient on(int port) {
    return new RestClient(port, null);
  }

  /** The same with this token. */
  public RestClient as(String bearerToken) {
    return new RestClient(port, bearerToken);
  }

  /** The same as a user with these roles and all accounts. */
  public RestClient withRoles(String... roles) {
    return as(TestTokens.shared().withRoles(roles));
  }

  /** GET. */
  public RestAnswer get(String path, String... headers) {
    return call("GET", path, null, headers);
  }

  /** POST with a JSON body. */
  public RestAnswer post(String path, String json, String... headers) {
    return call("POST", path, json, headers);
  }

  /** Any method, with a JSON body or none, and headers as name, value, name, value. */
  public RestAnswer call(String method, String path, @Nullable String json, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(LIMIT);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    for (int i = 0; i + 1 < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    if (json == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json");
      request.method(method, HttpRequest.BodyPublishers.ofString(json));
    }
    try {
      return RestAnswer.of(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
