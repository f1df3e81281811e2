package io.palmyra.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What holds for the REST of every service, asked over HTTP: a service's {@code SecurityIT}
 * inherits it with {@link ServiceIT}.
 */
@ServiceIT
public abstract class SecurityContract {
  private static final List<String> ROLES = List.of("VIEWER", "TRADER", "RISK_MANAGER", "ADMIN");
  private static final String FOREIGN = "somebody-elses";

  @LocalServerPort private int port;

  @Value("${spring.application.name:}")
  private String service = "";

  /** A path that every role may GET, with what parameters it needs. */
  protected abstract String readablePath();

  /** Operations that need no token, as {@code "POST /api/v1/auth/login"}. */
  protected Set<String> openOperations() {
    return Set.of();
  }

  /** Values for parameters in paths and queries, by name. */
  protected Map<String, String> parameters() {
    return Map.of("account", "paper", "instrument", "EURUSD.SIM", "interval", "PT1M", "limit", "1");
  }

  /**
   * A body that is accepted, by operation as {@code "POST /api/v1/halts"}: with it the contract
   * adds an unknown field and wants that one named. Without it, what lacks may be named first.
   */
  protected Map<String, String> validBodies() {
    return Map.of();
  }

  /** Whether its operations are for others, and so stand under {@code docs/openapi}. */
  protected boolean isPublished() {
    return true;
  }

  @TestFactory
  Stream<DynamicTest> refusesToken() {
    RestClient nobody = RestClient.on(port);
    return TestTokens.shared().bad().entrySet().stream()
        .map(
            bad ->
                dynamicTest(
                    bad.getKey(),
                    () -> assertUnauthorized(nobody.as(bad.getValue()).get(readablePath()))));
  }

  @Test
  void acceptsTokensOfTheGatewayAndNoneAtAll() {
    RestClient nobody = RestClient.on(port);
    assertThat(nobody.withRoles("VIEWER").get(readablePath()).status()).isEqualTo(200);
    assertUnauthorized(nobody.get(readablePath()));
    assertUnauthorized(nobody.get("/no/such/path"));
  }

  @Test
  void readsTokensFromTheHeaderOnly() {
    String token = TestTokens.shared().withRoles(ROLES.toArray(String[]::new));
    RestClient nobody = RestClient.on(port);
    String path = readablePath();
    assertUnauthorized(nobody.get(path, "Cookie", "access_token=" + token));
    assertUnauthorized(
        nobody.get(path + (path.contains("?") ? "&" : "?") + "access_token=" + token));
    assertThat(nobody.withRoles("VIEWER").get(path).headers().map())
        .doesNotContainKey("set-cookie");
  }

  @Test
  void answersWithSecurityHeaders() {
    for (RestAnswer answer :
        List.of(
            RestClient.on(port).withRoles("VIEWER").get(readablePath()),
            RestClient.on(port).get(readablePath()))) {
      assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("Strict-Transport-Security")).contains("max-age=");
      assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(answer.header("X-Request-Id")).isNotEmpty();
    }
  }

  @Test
  void isClosedToOtherOrigins() {
    RestClient viewer = RestClient.on(port).withRoles("VIEWER");
    RestAnswer asked = viewer.get(readablePath(), "Origin", "https://evil.test");
    RestAnswer foreign =
        viewer.call(
            "OPTIONS",
            readablePath(),
            null,
            "Origin",
            "https://evil.test",
            "Access-Control-Request-Method",
            "GET");
    assertThat(asked.headers().map()).doesNotContainKey("access-control-allow-origin");
    assertThat(foreign.headers().map()).doesNotContainKey("access-control-allow-origin");
  }

  @Test
  void itsOperationsArePublished() {
    if (isPublished()) {
      PublishedOpenApi.check(service, RestClient.on(port).get("/v3/api-docs").json());
    }
  }

  @TestFactory
  Stream<DynamicTest> everyOperation() {
    return operations().stream()
        .flatMap(
            operation ->
                Stream.of(
                    dynamicTest(operation + " is for its roles only", () -> assertRoles(operation)),
                    dynamicTest(
                        operation + " hides other accounts", () -> assertHidesAccounts(operation)),
                    dynamicTest(
                        operation + " refuses unknown fields",
                        () -> assertRefusesUnknownFields(operation))));
  }

  private void assertRoles(Operation operation) {
    assertThat(operation.rolesDeclared()).as("declares its roles").isTrue();
    if (operation.roles().isEmpty()) {
      assertThat(openOperations()).contains(operation.toString());
      return;
    }
    assertUnauthorized(call(RestClient.on(port), operation));
    assertThat(call(RestClient.on(port).withRoles(), operation).status()).isEqualTo(403);
    for (String role : ROLES) {
      if (!operation.roles().contains(role)) {
        RestAnswer answer = call(RestClient.on(port).withRoles(role), operation);
        assertThat(answer.status()).as(role + ": " + answer).isEqualTo(403);
        assertProblem(answer);
      }
    }
  }

  private void assertHidesAccounts(Operation operation) {
    if (operation.namesAccount() && !operation.roles().isEmpty()) {
      String role = operation.roles().iterator().next();
      String token = TestTokens.shared().forAccounts(List.of(FOREIGN), role);
      RestAnswer answer = call(RestClient.on(port).as(token), operation);
      // A body that is refused comes first, and tells nothing of the account.
      assertThat(answer.status())
          .as(answer.toString())
          .isIn(operation.hasBody() ? List.of(400, 404) : List.of(404));
      assertProblem(answer);
    }
  }

  private void assertRefusesUnknownFields(Operation operation) {
    if (!operation.hasBody() || operation.roles().isEmpty()) {
      return;
    }
    String valid = validBodies().get(operation.toString());
    String body =
        valid == null || valid.strip().equals("{}")
            ? "{\"noSuchField\":1}"
            : valid.strip().replaceFirst("^\\{", "{\"noSuchField\":1,");
    RestAnswer answer =
        RestClient.on(port)
            .withRoles(operation.roles().iterator().next())
            .call(
                operation.method(),
                operation.filled(parameters()),
                body,
                "Idempotency-Key",
                "security-contract");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(answer.firstWrongField()).isNotEmpty();
    if (valid != null) {
      assertThat(answer.firstWrongField()).isEqualTo("noSuchField");
    }
    assertProblem(answer);
  }

  private RestAnswer call(RestClient client, Operation operation) {
    return client.call(
        operation.method(), operation.filled(parameters()), operation.hasBody() ? "{}" : null);
  }

  private List<Operation> operations() {
    List<Operation> operations = Operation.of(RestClient.on(port).get("/v3/api-docs").json());
    assertThat(operations).as("operations in /v3/api-docs").isNotEmpty();
    return operations;
  }

  private static void assertUnauthorized(RestAnswer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    assertProblem(answer);
  }

  private static void assertProblem(RestAnswer answer) {
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().path("status").asInt()).isEqualTo(answer.status());
    assertThat(answer.text()).doesNotContain("Exception", "\\tat ", "io.palmyra");
  }
}
