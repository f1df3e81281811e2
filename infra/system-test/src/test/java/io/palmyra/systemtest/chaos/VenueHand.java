package io.palmyra.systemtest.chaos;

import io.palmyra.systemtest.suite.Rest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The simulated venue's REST, for the account of the run. */
final class VenueHand {
  private static final int BUSTS = 3;

  private final Rest rest;

  VenueHand(Rest rest) {
    this.rest = rest;
  }

  /** It behaves like that towards the account from now on; empty for well. */
  void mood(Map<String, ?> mood) {
    require(200, rest.put("/api/v1/moods/paper", mood));
  }

  /** It ends the account's session, if there is one just then. */
  void disconnects() {
    rest.post("/api/v1/moods/paper/disconnect", Map.of(), Map.of());
  }

  /** It takes the newest fills back, some at once. */
  void busts() {
    for (JsonNode execution : newestExecutions()) {
      require(
          201,
          rest.post(
              "/api/v1/books/paper/busts",
              Map.of("executionId", execution.asString(), "reason", "off the market"),
              Map.of()));
    }
  }

  private List<JsonNode> newestExecutions() {
    List<JsonNode> executions =
        books()
            .path("fills")
            .valueStream()
            .map(fill -> fill.path("event").path("executionId"))
            .toList();
    List<JsonNode> distinct = executions.stream().distinct().toList();
    // A record of a fill that was taken back has its id as well: those that stand have it once.
    List<JsonNode> standing =
        distinct.stream()
            .filter(each -> executions.stream().filter(each::equals).count() == 1)
            .toList();
    return standing.subList(Math.max(0, standing.size() - BUSTS), standing.size());
  }

  /** Our names of the orders that work there. */
  Set<String> working() {
    return books()
        .path("orders")
        .valueStream()
        .filter(order -> order.path("status").asString().equals("WORKING"))
        .map(order -> order.path("request").path("clientOrderId").asString())
        .collect(Collectors.toSet());
  }

  private JsonNode books() {
    return rest.get("/api/v1/books/paper").body();
  }

  private static void require(int status, Rest.Answer answer) {
    if (answer.status() != status) {
      throw new IllegalStateException("the venue answered " + answer);
    }
  }
}
