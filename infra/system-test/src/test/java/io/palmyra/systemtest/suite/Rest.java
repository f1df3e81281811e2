package io.palmyra.systemtest.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** REST as any client would speak it, with a token. */
public final class Rest {
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final String base;
  private String token = "";

  public Rest(String base) {
    this.base = base;
  }

  public Rest logIn(String user, String password) {
    Answer answer =
        post("/api/v1/auth/login", Map.of("username", user, "password", password), Map.of());
    if (answer.status() != 200) {
      throw new IllegalStateException("log-in: " + answer);
    }
    token = answer.body().path("accessToken").asString();
    return this;
  }

  /** Uses the token of another. */
  public void adopt(Rest other) {
    token = other.token;
  }

  public record Answer(int status, JsonNode body) {}

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public JsonNode items(String path) {
    Answer answer = get(path);
    if (answer.status() != 200) {
      throw new IllegalStateException(path + ": " + answer);
    }
    return answer.body().path("items");
  }

  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  public Answer post(String path, Map<String, ?> body, Map<String, String> headers) {
    var request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    headers.forEach(request::header);
    return send(request);
  }

  public Answer put(String path, Map<String, ?> body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(20));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      String text = response.body();
      return new Answer(
          response.statusCode(), text.isBlank() ? JSON.createObjectNode() : JSON.readTree(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
