package io.palmyra.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.testing.RestAnswer;
import io.palmyra.testing.RestClient;
import io.palmyra.testing.ServiceIT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceIT
class HealthIT {
  @LocalServerPort int port;
  @Autowired SampleService.SampleLoop loop;

  @AfterEach
  void heal() {
    loop.alive = true;
    loop.failure = null;
  }

  @Test
  void isDownWhenALoopDiesAndStaysReadyForOrdersToHalt() {
    assertThat(status("/actuator/health")).isEqualTo("200 UP");
    loop.alive = false;
    assertThat(status("/actuator/health")).isEqualTo("503 DOWN");
    assertThat(status("/actuator/health/liveness")).isEqualTo("503 DOWN");
    assertThat(status("/actuator/health/readiness")).isEqualTo("200 UP");
  }

  @Test
  void isDegradedWhenALoopStoppedAPart() {
    loop.failure = "partition 3 stopped";
    assertThat(status("/actuator/health")).isEqualTo("200 DEGRADED");
    assertThat(status("/actuator/health/liveness")).isEqualTo("200 DEGRADED");
  }

  @Test
  void readinessKnowsWhetherTheDatabaseIsDurable() {
    assertThat(get("/actuator/health/readiness").text()).contains("databaseDurability");
  }

  @Test
  void metricsNameServiceAndLoops() {
    assertThat(get("/actuator/prometheus").text())
        .contains("palmyra_reading_loop_alive{", "loop=\"sample\"", "service=\"sample-service\"");
  }

  @Test
  void detailsAreForThoseWithAToken() {
    assertThat(get("/actuator/health").text()).doesNotContain("details");
    assertThat(RestClient.on(port).withRoles("VIEWER").get("/actuator/health").text())
        .contains("\"sample\":\"alive\"");
  }

  private String status(String path) {
    RestAnswer answer = get(path);
    return answer.status() + " " + answer.json().path("status").asString("");
  }

  private RestAnswer get(String path) {
    return RestClient.on(port).get(path);
  }
}
