package io.palmyra.local.suite;

import io.palmyra.local.LocalFailure;
import io.palmyra.local.MonotonicTime;
import io.palmyra.local.Progress;
import io.palmyra.local.api.SuiteApi;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Leaves nothing open within a scope before the suite stops: halts it, waits for the cancels, and
 * closes what is held in the halt's name. The halt stays, also over a restart, until a person lifts
 * it.
 */
public final class ClosePositions {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(300);
  private static final Duration CLOSE_AGAIN = Duration.ofSeconds(5);
  private static final String REASON = "positions are closed before a stop";

  private final SuiteApi api;
  private final Progress progress;

  /** Over the gateway, as somebody who may halt and flatten. */
  public ClosePositions(SuiteApi api, Progress progress) {
    this.api = api;
    this.progress = progress;
  }

  /**
   * Closes everything within a scope.
   *
   * @param scope all, account:ID or instrument:ID
   * @return what is left after a minute, for people; empty if nothing is
   * @throws LocalFailure if the halt was not taken
   */
  public List<String> within(String scope) {
    MonotonicTime time = MonotonicTime.start();
    JsonNode placed =
        api.post(
            "/api/v1/halts",
            Map.of("scope", scope, "mode", "HALTED", "reason", REASON, "cancelOrders", true));
    String halt = placed.path("halt").asString("");
    progress.done("Trading", "halted: " + halt, time.elapsed());
    List<String> left = closed(halt, time);
    if (left.isEmpty()) {
      progress.done("Positions", "closed within " + scope, time.elapsed());
    }
    progress.note(
        "The halt stays: ./palmyra resume --halt " + halt + " --reason … once it runs again.");
    return left;
  }

  private List<String> closed(String halt, MonotonicTime time) {
    MonotonicTime asked = MonotonicTime.start();
    boolean first = true;
    Optional<List<String>> left = left(halt);
    while (!left.map(List::isEmpty).orElse(false) && !time.passed(PATIENCE)) {
      boolean canceled = left.isPresent() && left.get().stream().noneMatch(this::isOrder);
      if (canceled && (first || asked.passed(CLOSE_AGAIN))) {
        first = false;
        asked = MonotonicTime.start();
        flatten(halt);
      }
      MonotonicTime.pause(LOOK_AGAIN);
      left = left(halt);
    }
    return left.orElse(List.of("what is left is not known: risk does not tell"));
  }

  private boolean isOrder(String left) {
    return left.startsWith("order ");
  }

  private void flatten(String halt) {
    try {
      for (JsonNode made :
          api.post("/api/v1/halts/flatten", Map.of("halt", halt, "reason", REASON)).path("items")) {
        if (made.path("outcome").asString("").equals("DENIED")) {
          progress.note(
              "  "
                  + made.path("instrument").asString("")
                  + " is not closed: "
                  + made.path("code").asString(""));
        }
      }
    } catch (LocalFailure e) {
      progress.note("  " + e.getMessage());
    }
  }

  /** Orders that are open and positions; empty while that is not known. */
  private Optional<List<String>> left(String halt) {
    try {
      JsonNode told =
          api.get("/api/v1/halts/left?halt=" + URLEncoder.encode(halt, StandardCharsets.UTF_8));
      return Optional.of(
          Stream.concat(
                  told.path("orders").valueStream().map(ClosePositions::order),
                  told.path("positions").valueStream().map(ClosePositions::position))
              .toList());
    } catch (LocalFailure e) {
      return Optional.empty();
    }
  }

  private static String order(JsonNode order) {
    return "order "
        + order.path("clientOrderId").asString("")
        + " of "
        + order.path("instrument").asString("");
  }

  private static String position(JsonNode position) {
    return "position "
        + position.path("quantity").asString("")
        + " of "
        + position.path("instrument").asString("");
  }
}
