package io.palmyra.platform.codec;

import io.palmyra.contracts.topic.Topic;
import java.util.Arrays;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The table of topics as it stands in docs/topics.md. */
final class TopicTable {
  private TopicTable() {}

  static String markdown() {
    return "| topic | what stands on it | key | partitions | stays | written by | messages |\n"
        + "|---|---|---|---|---|---|---|\n"
        + Arrays.stream(Topic.values()).map(TopicTable::row).collect(Collectors.joining());
  }

  private static String row(Topic topic) {
    String writers =
        topic.traits().writers().isEmpty()
            ? "any"
            : String.join(", ", new TreeSet<>(topic.traits().writers()));
    String messages =
        topic.messageTypes().stream()
            .map(GoldenSamples::name)
            .map(name -> "[`" + name + "`](schemas/" + name + ".json)")
            .collect(Collectors.joining(" "));
    return "| `%s` | %s | %s | %d | %s | %s | %s |%n"
        .formatted(
            topic.topicName(),
            purpose(topic),
            topic.traits().key().name().toLowerCase(Locale.ROOT),
            topic.partitions(),
            stays(topic),
            writers,
            messages);
  }

  private static String stays(Topic topic) {
    return switch (topic.traits().cleanUp()) {
      case TIME -> "7 days";
      case COMPACT -> "the latest of each key";
      case KEPT -> "for ever";
    };
  }

  static String purpose(Topic topic) {
    return switch (topic) {
      case TICKS -> "Quotes and trades of the markets.";
      case BARS -> "Bars that are closed.";
      case TICKS_QUARANTINE -> "Ticks that were kept out, with the reason.";
      case INSTRUMENTS -> "What can be traded, and on which terms.";
      case SENTIMENT -> "Scores of news, with the time at which they were known.";
      case SIGNALS -> "What strategies, people and webhooks propose.";
      case DECISIONS -> "What risk decided of each signal, with all values that it used.";
      case ORDERS -> "Orders that risk lets go to execution.";
      case ORDER_EVENTS -> "An order's whole life, each fill included.";
      case FILLS -> "Each fill once, for books and analysts.";
      case ACCOUNT_EVENTS -> "Deposits, fees, funding, swaps, dividends, splits.";
      case ALLOCATIONS -> "Capital that strategies may use.";
      case PORTFOLIO -> "The books of each account as they stand.";
      case CONTROL -> "Halts, and the heartbeat of risk.";
      case ALERTS -> "What a person must know.";
      case AUDIT -> "Who changed what.";
    };
  }
}
