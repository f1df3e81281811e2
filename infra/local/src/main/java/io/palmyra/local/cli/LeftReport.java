package io.palmyra.local.cli;

import io.palmyra.local.LocalFailure;
import io.palmyra.local.MonotonicTime;
import io.palmyra.local.api.SuiteApi;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Tells what a halt has left, once its cancels had a moment to arrive. */
final class LeftReport {
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

  private final SuiteApi api;
  private final PrintWriter out;

  LeftReport(SuiteApi api, PrintWriter out) {
    this.api = api;
    this.out = out;
  }

  void print(String halt) {
    MonotonicTime time = MonotonicTime.start();
    Optional<JsonNode> left = look(halt);
    while (!left.map(each -> each.path("canceled").asBoolean()).orElse(false)
        && !time.passed(LONGEST)) {
      MonotonicTime.pause(LOOK_AGAIN);
      left = look(halt);
    }
    left.ifPresentOrElse(
        this::print,
        () -> out.println("What is left is not known: look at GET /api/v1/halts/left."));
  }

  /** Empty while the halt has not come round to risk, or risk can't tell. */
  private Optional<JsonNode> look(String halt) {
    try {
      return Optional.of(
          api.get("/api/v1/halts/left?halt=" + URLEncoder.encode(halt, StandardCharsets.UTF_8)));
    } catch (LocalFailure e) {
      return Optional.empty();
    }
  }

  private void print(JsonNode left) {
    out.printf(
        "Left: %d open orders, %d positions%s%n",
        left.path("orders").size(),
        left.path("positions").size(),
        left.path("canceled").asBoolean() ? "" : "; not every cancel is confirmed yet");
    for (JsonNode order : left.path("orders")) {
      out.printf(
          "  order    %s %s %s %s %s%s%n",
          order.path("clientOrderId").asString(""),
          order.path("side").asString(""),
          order.path("leavesQuantity").asString(""),
          order.path("instrument").asString(""),
          order.path("state").asString(""),
          order.path("spared").asBoolean() ? ", spared" : "");
    }
    for (JsonNode position : left.path("positions")) {
      out.printf(
          "  position %s %s%n",
          position.path("quantity").asString(""), position.path("instrument").asString(""));
    }
  }
}
