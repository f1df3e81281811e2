package io.palmyra.venue;

import io.palmyra.testing.SecurityContract;
import java.util.Set;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
    properties = {
      "palmyra.venue.port=0",
      "palmyra.venue.account-secret=test",
      "palmyra.venue.data-dir=${java.io.tmpdir}/palmyra-venue-${random.uuid}"
    })
class SecurityIT extends SecurityContract {
  @Override
  protected String readablePath() {
    return "/api/v1/books/paper";
  }

  @Override
  protected Set<String> openOperations() {
    return Set.of("GET /news/rss");
  }
}
