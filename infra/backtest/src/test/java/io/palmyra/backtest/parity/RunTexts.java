package io.palmyra.backtest.parity;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the strategy service writes of a run on {@code audit}. */
final class RunTexts {
  private RunTexts() {}

  static String live(
      String strategy, Map<String, String> parameters, boolean paused, List<Span> spans) {
    String inputs =
        spans.stream()
            .map(
                span ->
                    "{\"topic\":\"%s\",\"partition\":%d,\"from\":%d,\"until\":%d}"
                        .formatted(
                            span.lane().topic().topicName(),
                            span.lane().partition(),
                            span.from(),
                            span.until()))
            .collect(Collectors.joining(","));
    String texts =
        parameters.entrySet().stream()
            .map(each -> "\"%s\":\"%s\"".formatted(each.getKey(), each.getValue()))
            .collect(Collectors.joining(","));
    return """
    {"strategy":"%s","account":"paper","instrument":"EURUSD.SIM","parameters":{%s},
     "state":"RUNNING","paused":%s,"signalValidity":"PT5S","inputs":[%s]}"""
        .formatted(strategy, texts, paused, inputs);
  }

  static String seen(Map<Lane, Long> seen) {
    return seen.entrySet().stream()
        .map(
            each ->
                "{\"topic\":\"%s\",\"partition\":%d,\"offset\":%d}"
                    .formatted(
                        each.getKey().topic().topicName(),
                        each.getKey().partition(),
                        each.getValue()))
        .collect(Collectors.joining(",", "{\"seen\":[", "]}"));
  }
}
