package io.palmyra.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.testing.RestClient;
import io.palmyra.testing.ServiceIT;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** Without Redis the service starts, ticks go on and quotes come from memory. */
@ServiceIT
@DirtiesContext
@TestPropertySource(properties = "spring.data.redis.url=redis://127.0.0.1:1")
class RedisAwayIT {
  @LocalServerPort private int port;

  @Test
  void answersQuotesFromMemory() {
    RestClient viewer = RestClient.on(port).withRoles("VIEWER");
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> viewer.get("/api/v1/quotes").json().path("items").size() == 7);
    String first = time(viewer);
    Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !time(viewer).equals(first));
    assertThat(RestClient.on(port).get("/actuator/health/readiness").status()).isEqualTo(200);
  }

  private static String time(RestClient viewer) {
    return viewer
        .get("/api/v1/quotes?instrument=EURUSD.SIM")
        .json()
        .path("items")
        .path(0)
        .path("time")
        .asString();
  }
}
