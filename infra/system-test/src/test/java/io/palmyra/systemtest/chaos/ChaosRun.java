package io.palmyra.systemtest.chaos;

import io.palmyra.local.server.Server;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Strikes, waits until trading goes on, and takes the times. */
final class ChaosRun {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration LOOK = Duration.ofMillis(100);

  private final Stage stage;
  private final Flow flow;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

  ChaosRun(Stage stage, Flow flow) {
    this.stage = stage;
    this.flow = flow;
  }

  Struck strike(Fault fault) {
    Instant begun = Instant.now();
    try {
      fault.strike().on(stage);
    } catch (Fault.Impossible e) {
      return new Struck(fault.name(), Duration.ZERO, Duration.ZERO, 0, null, e.getMessage());
    }
    var struck = recovered(fault, begun);
    System.out.printf(
        Locale.ROOT,
        "chaos %-70s well after %5.1f s, longest pause %5.1f s%s%n",
        struck.fault(),
        struck.lasted().toMillis() / 1e3,
        struck.pause().toMillis() / 1e3,
        struck.problem() == null ? "" : "  " + struck.problem());
    return struck;
  }

  private Struck recovered(Fault fault, Instant begun) {
    Instant over = Instant.now();
    int halts = 0;
    String problem = null;
    try {
      awaitThat("processes are ready", () -> stage.all().stream().allMatch(this::isReady));
      halts = stage.liftHalts();
      awaitThat("an account is armed", stage::isArmed);
      awaitThat("an order is filled", () -> flow.filledAfter(over));
    } catch (ConditionTimeoutException e) {
      problem = e.getMessage() + "; " + stage.whyNotArmed();
    }
    Instant well = Instant.now();
    return new Struck(
        fault.name(),
        Duration.between(begun, well),
        flow.longestPause(begun, well),
        halts,
        problem,
        null);
  }

  private static void awaitThat(String what, Callable<Boolean> holds) {
    Awaitility.await(what)
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(LOOK)
        .ignoreExceptions()
        .until(holds);
  }

  private boolean isReady(Server server) {
    var request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.port() + "/actuator/health/readiness"))
            .timeout(Duration.ofSeconds(3))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
