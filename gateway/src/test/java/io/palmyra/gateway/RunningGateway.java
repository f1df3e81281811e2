package io.palmyra.gateway;

import com.sun.net.httpserver.HttpServer;
import io.palmyra.testing.TestServers;
import io.palmyra.testing.TestSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gateway as it runs for people: on a port of its own, trusting the keys that it publishes. */
final class RunningGateway {
  static final String PASSWORD = "a long first password";
  static final String LOCAL_KEY = "0123456789abcdef0123456789abcdef0123";
  private static final JsonMapper JSON = new JsonMapper();
  private static final RunningGateway SHARED = start();

  final int port;
  final ConfigurableApplicationContext context;
  final List<String> forwarded;
  final HttpClient http = HttpClient.newHttpClient();

  private RunningGateway(int port, ConfigurableApplicationContext context, List<String> forwarded) {
    this.port = port;
    this.context = context;
    this.forwarded = forwarded;
  }

  static RunningGateway shared() {
    return SHARED;
  }

  private static RunningGateway start() {
    try {
      int port = freePort();
      var forwarded = new CopyOnWriteArrayList<String>();
      int service = service(forwarded);
      Path secrets = Files.createTempDirectory("gateway-secrets");
      var settings = new HashMap<>(TestSettings.settings("gateway"));
      settings.put("server.port", port);
      settings.put(
          "palmyra.security.jwk-set-uri", "http://127.0.0.1:" + port + "/.well-known/jwks.json");
      settings.put(
          "palmyra.gateway.key-encryption-key-file", secret(secrets, "kek", "k".repeat(40)));
      settings.put("palmyra.gateway.first-admin-password-file", secret(secrets, "admin", PASSWORD));
      settings.put("palmyra.gateway.local-access-key-file", secret(secrets, "local", LOCAL_KEY));
      settings.put("palmyra.gateway.stream-queue", 200);
      for (String name : List.of("market-data", "sentiment", "strategy", "risk", "portfolio")) {
        settings.put("palmyra.gateway.services." + name, "http://127.0.0.1:" + service);
      }
      settings.put("palmyra.gateway.services.execution", "http://127.0.0.1:" + freePort());
      var arguments = new ArrayList<String>();
      settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
      var context =
          SpringApplication.run(GatewayApplication.class, arguments.toArray(String[]::new));
      return new RunningGateway(port, context, forwarded);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Stands in for the services behind the door: says what it was asked. */
  static int service(List<String> asked) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().getFirst("Authorization"));
          byte[] body = "{\"items\":[]}".getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server.getAddress().getPort();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static String secret(Path directory, String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text).toString();
  }

  String kafka() {
    return TestServers.shared().kafkaBootstrap();
  }

  record Answer(int status, JsonNode body, Map<String, List<String>> headers) {}

  Answer get(String path, String token) {
    return send(request(path, token).GET());
  }

  Answer post(String path, String token, String body, String... headers) {
    var request =
        request(path, token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  Answer patch(String path, String token, String body) {
    return send(
        request(path, token)
            .header("Content-Type", "application/json")
            .method("PATCH", HttpRequest.BodyPublishers.ofString(body)));
  }

  String admin() {
    return logIn("admin", PASSWORD);
  }

  String logIn(String user, String password) {
    Answer answer = tryLogIn(user, password);
    if (answer.status() != 200) {
      throw new IllegalStateException(answer.toString());
    }
    return answer.body().path("accessToken").asString();
  }

  Answer tryLogIn(String user, String password) {
    return post(
        "/api/v1/auth/login",
        "",
        "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(user, password));
  }

  private HttpRequest.Builder request(String path, String token) {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
      JsonNode body =
          json && !response.body().isBlank()
              ? JSON.readTree(response.body())
              : JSON.createObjectNode().put("text", response.body());
      return new Answer(response.statusCode(), body, response.headers().map());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
