package io.palmyra.backtest.parity;

import io.palmyra.contracts.topic.TopicKey;
import io.palmyra.core.strategy.PastMerge;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What a run was shown: its past, then what came, taken piece by piece. */
final class RunInputs {
  private final Map<Lane, Span> spans = new LinkedHashMap<>();
  private final Map<Lane, List<Kept>> records = new LinkedHashMap<>();
  private final Map<Lane, Integer> next = new LinkedHashMap<>();
  private final List<String> lost = new ArrayList<>();

  RunInputs(Run run, RecordedTopics topics) {
    for (Span span : run.inputs()) {
      Lane lane = span.lane();
      String key =
          lane.topic().traits().key() == TopicKey.ACCOUNT
              ? run.account().value()
              : run.instrument().value();
      spans.put(lane, span);
      records.put(lane, topics.from(lane, span.from(), key));
      next.put(lane, 0);
      long begin = topics.begin(lane);
      if (begin > span.from()) {
        lost.add(
            "%s keeps nothing before offset %d any more; the run took it from %d on"
                .formatted(lane, begin, span.from()));
      }
    }
  }

  /** What of the past is not kept any more, for people. */
  List<String> lost() {
    return lost;
  }

  /** All records of a lane that were read; none if the run does not take it. */
  List<Kept> of(Lane lane) {
    return records.getOrDefault(lane, List.of());
  }

  /** The lanes. */
  List<Span> spans() {
    return List.copyOf(spans.values());
  }

  /** What it took before it went live, in the order in which it was taken. */
  List<Kept> past() {
    return merged(each -> each.offset() < span(each).until());
  }

  /** What comes next, up to these offsets, merged by the time of recording. */
  List<Kept> upTo(Map<Lane, Long> seen) {
    return merged(each -> isLive(each) && each.offset() <= seen.getOrDefault(each.lane(), -1L));
  }

  /** What comes next and was recorded before a moment. */
  List<Kept> before(Instant until) {
    return merged(each -> isLive(each) && each.at().isBefore(until));
  }

  private static boolean isLive(Kept record) {
    return RunReplay.isLive(record.topic());
  }

  private Span span(Kept record) {
    return spans.getOrDefault(record.lane(), new Span(record.lane(), 0, 0));
  }

  private List<Kept> merged(Predicate<Kept> wanted) {
    var merge = new PastMerge<Lane, Kept>(spans.keySet());
    records.forEach(
        (lane, all) -> {
          int at = next.getOrDefault(lane, 0);
          for (; at < all.size() && wanted.test(all.get(at)); at++) {
            merge.add(lane, all.get(at).at(), all.get(at));
          }
          next.put(lane, at);
          merge.end(lane);
        });
    var some = new ArrayList<Kept>();
    merge.each(some::add);
    return some;
  }
}
