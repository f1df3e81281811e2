package io.palmyra.backtest.parity;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.Message;
import io.palmyra.contracts.topic.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Topics that a test wrote; one account and one instrument, so a lane holds one key. */
final class Shelf implements RecordedTopics {
  private final Map<Lane, List<Kept>> lanes = new LinkedHashMap<>();

  Kept append(Lane lane, Envelope<? extends Message> envelope) {
    List<Kept> all = lanes.computeIfAbsent(lane, _ -> new ArrayList<>());
    var kept = new Kept(lane, all.size(), envelope);
    all.add(kept);
    return kept;
  }

  List<Kept> on(Topic topic) {
    return lanes.entrySet().stream()
        .filter(each -> each.getKey().topic() == topic)
        .flatMap(each -> each.getValue().stream())
        .toList();
  }

  long end(Lane lane) {
    return lanes.getOrDefault(lane, List.of()).size();
  }

  /** A copy without some records, as if they had never been kept. */
  Shelf without(Predicate<Kept> gone) {
    return changed(each -> !gone.test(each), kept -> kept);
  }

  /** A copy in which the message of some records is another. */
  Shelf with(Predicate<Kept> which, UnaryOperator<Message> other) {
    return changed(
        _ -> true,
        kept -> {
          Envelope<?> was = kept.envelope();
          return which.test(kept)
              ? new Kept(
                  kept.lane(),
                  kept.offset(),
                  new Envelope<>(
                      was.id(),
                      was.occurredAt(),
                      was.recordedAt(),
                      was.causationId(),
                      was.sequence(),
                      other.apply(was.body())))
              : kept;
        });
  }

  private Shelf changed(Predicate<Kept> stays, UnaryOperator<Kept> other) {
    var copy = new Shelf();
    lanes.forEach(
        (lane, all) -> copy.lanes.put(lane, all.stream().filter(stays).map(other).toList()));
    return copy;
  }

  @Override
  public List<Kept> from(Lane lane, long offset, String key) {
    return lanes.getOrDefault(lane, List.of()).stream()
        .filter(each -> each.offset() >= offset)
        .toList();
  }

  @Override
  public long begin(Lane lane) {
    return 0;
  }

  @Override
  public List<Kept> since(Topic topic, Instant from) {
    return on(topic).stream().filter(each -> !each.at().isBefore(from)).toList();
  }
}
