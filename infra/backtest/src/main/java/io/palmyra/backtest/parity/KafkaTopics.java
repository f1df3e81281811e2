package io.palmyra.backtest.parity;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.palmyra.contracts.topic.PoisonRule;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.local.LocalFailure;
import io.palmyra.local.topic.TopicSearch;
import io.palmyra.platform.codec.MessageCodec;
import io.palmyra.platform.codec.UnreadableMessageException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** The topics of a running suite. What was read once is kept: instances share their account's. */
public final class KafkaTopics implements RecordedTopics, AutoCloseable {
  private static final Instant END = Instant.ofEpochMilli(Long.MAX_VALUE);

  private final MessageCodec codec = new MessageCodec();
  private final TopicSearch search;
  private final TopicSearch.Progress progress;
  private final Map<Read, List<Kept>> read = new HashMap<>();

  private record Read(Lane lane, long offset, String key) {}

  /**
   * Opens them.
   *
   * @param progress hears how far reading of a topic is
   * @throws LocalFailure if nobody answers
   */
  public KafkaTopics(String bootstrap, TopicSearch.Progress progress) {
    this.search = new TopicSearch(bootstrap);
    this.progress = progress;
  }

  @Override
  public List<Kept> from(Lane lane, long offset, String key) {
    return read.computeIfAbsent(new Read(lane, offset, key), this::read);
  }

  private List<Kept> read(Read wanted) {
    var some = new ArrayList<Kept>();
    search.from(
        partition(wanted.lane()),
        wanted.offset(),
        record -> {
          if (wanted.key().equals(record.key())) {
            kept(wanted.lane(), record).ifPresent(some::add);
          }
        },
        progress);
    return some;
  }

  @Override
  public long begin(Lane lane) {
    return search.begin(partition(lane));
  }

  @Override
  public List<Kept> since(Topic topic, Instant from) {
    var some = new ArrayList<Kept>();
    search.each(
        search.partitions(topic.topicName()),
        from.isBefore(Instant.EPOCH) ? Instant.EPOCH : from,
        END,
        record -> kept(new Lane(topic, record.partition()), record).ifPresent(some::add),
        progress);
    return some;
  }

  /** Passes over what services pass over. */
  private Optional<Kept> kept(Lane lane, ConsumerRecord<String, String> record) {
    if (record.value() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Kept(
              lane, record.offset(), codec.decode(lane.topic(), record.value().getBytes(UTF_8))));
    } catch (UnreadableMessageException e) {
      if (lane.topic().traits().poison() == PoisonRule.STOP) {
        throw LocalFailure.failed(lane + "@" + record.offset() + ": " + e.getMessage());
      }
      return Optional.empty();
    }
  }

  private static TopicPartition partition(Lane lane) {
    return new TopicPartition(lane.topic().topicName(), lane.partition());
  }

  @Override
  public void close() {
    search.close();
  }
}
