package io.palmyra.gateway;

import io.palmyra.testing.SecurityContract;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The security contract at the door; what it routes is asked of a stand-in for the services. */
class GatewaySecurityIT extends SecurityContract {
  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) throws IOException {
    var key = Files.writeString(Files.createTempFile("kek", ""), "k".repeat(40));
    int service = RunningGateway.service(new ArrayList<>());
    registry.add("palmyra.gateway.key-encryption-key-file", key::toString);
    for (String name :
        List.of("market-data", "sentiment", "strategy", "risk", "execution", "portfolio")) {
      registry.add("palmyra.gateway.services." + name, () -> "http://127.0.0.1:" + service);
    }
  }

  @Override
  protected String readablePath() {
    return "/api/v1/halts";
  }

  @Override
  protected Set<String> openOperations() {
    return Set.of(
        "POST /api/v1/auth/login", "POST /api/v1/auth/token", "GET /.well-known/jwks.json");
  }
}
