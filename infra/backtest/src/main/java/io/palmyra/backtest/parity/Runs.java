package io.palmyra.backtest.parity;

import io.palmyra.contracts.audit.ChangeRecorded;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.StrategyInstanceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads from {@code audit} where runs of strategies began, were paused and ended. */
final class Runs {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String LIVE = "strategy-run-live";
  private static final String PAUSED = "strategy-run-paused";
  private static final String RESUMED = "strategy-run-resumed";
  private static final String FAILED = "strategy-instance-failed";

  private Runs() {}

  /** The runs of each instance, oldest first. */
  static Map<StrategyInstanceId, List<Run>> of(List<Kept> audit) {
    var changes = new TreeMap<String, List<ChangeRecorded>>();
    for (Kept each : audit) {
      if (each.body() instanceof ChangeRecorded change && change.action().startsWith("strategy-")) {
        changes.computeIfAbsent(change.target(), _ -> new ArrayList<>()).add(change);
      }
    }
    var runs = new LinkedHashMap<StrategyInstanceId, List<Run>>();
    changes.forEach(
        (target, ofOne) -> {
          var instance = new StrategyInstanceId(target);
          List<Run> found = runs(instance, ofOne);
          if (!found.isEmpty()) {
            runs.put(instance, found);
          }
        });
    return runs;
  }

  private static List<Run> runs(StrategyInstanceId instance, List<ChangeRecorded> changes) {
    List<Integer> begins = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      if (changes.get(i).action().equals(LIVE)) {
        begins.add(i);
      }
    }
    var runs = new ArrayList<Run>();
    for (int i = 0; i < begins.size(); i++) {
      int next = i + 1 < begins.size() ? begins.get(i + 1) : changes.size();
      List<ChangeRecorded> within = changes.subList(begins.get(i) + 1, next);
      Instant end = next < changes.size() ? changes.get(next).at() : Instant.MAX;
      Instant failed =
          within.stream()
              .filter(each -> each.action().equals(FAILED))
              .map(ChangeRecorded::at)
              .findFirst()
              .orElse(end);
      runs.add(live(instance, changes.get(begins.get(i))).until(failed, pauses(within)));
    }
    return runs;
  }

  private static Run live(StrategyInstanceId instance, ChangeRecorded begin) {
    JsonNode content = JSON.readTree(begin.after());
    Map<String, String> parameters = new LinkedHashMap<>();
    content
        .path("parameters")
        .properties()
        .forEach(each -> parameters.put(each.getKey(), each.getValue().asString()));
    List<Span> inputs = new ArrayList<>();
    content
        .path("inputs")
        .forEach(
            each ->
                inputs.add(
                    new Span(lane(each), each.path("from").asLong(), each.path("until").asLong())));
    return new Run(
        instance,
        content.path("strategy").asString(),
        new AccountId(content.path("account").asString()),
        new InstrumentId(content.path("instrument").asString()),
        parameters,
        content.path("paused").asBoolean(),
        Duration.parse(content.path("signalValidity").asString()),
        inputs,
        begin.at(),
        Instant.MAX,
        List.of());
  }

  private static List<Run.Pause> pauses(List<ChangeRecorded> changes) {
    return changes.stream()
        .filter(each -> each.action().equals(PAUSED) || each.action().equals(RESUMED))
        .map(
            each -> {
              Map<Lane, Long> seen = new HashMap<>();
              JSON.readTree(each.after())
                  .path("seen")
                  .forEach(place -> seen.put(lane(place), place.path("offset").asLong()));
              return new Run.Pause(each.action().equals(PAUSED), seen, each.at());
            })
        .toList();
  }

  private static Lane lane(JsonNode place) {
    return Lane.named(place.path("topic").asString(), place.path("partition").asInt());
  }
}
