package io.palmyra.execution;

import io.palmyra.testing.SecurityContract;
import java.util.HashMap;
import java.util.Map;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "palmyra.execution.venue-secret=test")
class SecurityIT extends SecurityContract {
  @Override
  protected String readablePath() {
    return "/api/v1/orders?account=paper";
  }

  @Override
  protected Map<String, String> parameters() {
    var parameters = new HashMap<>(super.parameters());
    parameters.put("clientOrderId", "0".repeat(32));
    return parameters;
  }
}
