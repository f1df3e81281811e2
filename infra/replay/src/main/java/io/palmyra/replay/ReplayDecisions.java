package io.palmyra.replay;

import io.palmyra.contracts.topic.Topic;
import io.palmyra.local.topic.TopicSearch;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The program behind {@code palmyra replay-decisions}. */
public final class ReplayDecisions {
  private static final Duration TELL_EVERY = Duration.ofSeconds(2);

  private ReplayDecisions() {}

  /**
   * Makes a day's decisions again, and ends with 1 if one is not the same.
   *
   * @param arguments broker, day in UTC, and account or nothing for all
   */
  public static void main(String[] arguments) {
    boolean same =
        run(
            arguments[0],
            LocalDate.parse(arguments[1]),
            arguments.length > 2 ? arguments[2] : "",
            System.out);
    System.exit(same ? 0 : 1);
  }

  static boolean run(String bootstrap, LocalDate day, String account, PrintStream out) {
    var replayed = new ReplayedDecisions(account, out::println);
    try (TopicSearch search = new TopicSearch(bootstrap)) {
      search.each(
          search.partitions(Topic.DECISIONS.topicName()),
          day.atStartOfDay(ZoneOffset.UTC).toInstant(),
          day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
          replayed::take,
          progress());
    }
    out.println(day + ": " + replayed.summary());
    return replayed.allSame();
  }

  private static TopicSearch.Progress progress() {
    var told = new Instant[] {Instant.now()};
    return (read, of) -> {
      Instant now = Instant.now();
      if (Duration.between(told[0], now).compareTo(TELL_EVERY) >= 0) {
        told[0] = now;
        System.err.println("  read " + read + " of " + of + " records");
      }
    };
  }
}
