package io.palmyra.platform.lane;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.Message;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.topic.PoisonRule;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.platform.lane.LaneJournal.Move;
import io.palmyra.platform.lane.LaneJournal.Opened;
import io.palmyra.platform.lane.LaneJournal.Seen;
import io.palmyra.platform.outbox.Outbox;
import io.palmyra.platform.stream.MessageTracing;
import io.palmyra.platform.stream.StreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** One transaction in the making: applies works, gathers what is to be written, then settles. */
final class LaneStep implements LaneTransaction {
  private final LaneParts parts;
  private final LaneSettings settings;
  private final LaneHandler handler;
  private final Outbox outbox;
  private final Map<Integer, Opened> opened;
  private final Map<Opened, Map<Topic, Long>> next = new HashMap<>();
  private final Map<Opened, Map<Seen, Long>> seen = new HashMap<>();
  private final List<Runnable> afterCommit = new ArrayList<>();
  private final List<Runnable> answers = new ArrayList<>();
  private @Nullable String cause;
  private int ordinal;
  private int duplicates;

  LaneStep(
      LaneParts parts,
      LaneSettings settings,
      LaneHandler handler,
      Outbox outbox,
      Map<Integer, Opened> opened) {
    this.parts = parts;
    this.settings = settings;
    this.handler = handler;
    this.outbox = outbox;
    this.opened = opened;
  }

  void apply(LaneWork work) {
    Opened open = opened.get(work.partition());
    if (open == null) {
      throw new LostOwnershipException(settings.name() + " partition " + work.partition());
    }
    ordinal = 0;
    switch (work) {
      case LaneWork.OfTopic record -> apply(record, open);
      case LaneWork.OfCommand<?> command -> apply(command, open);
    }
  }

  private <R> void apply(LaneWork.OfCommand<R> work, Opened open) {
    touch(open);
    cause = null;
    try (MessageTracing.Span _ =
        parts.stream().tracing().open(settings.name() + " command", work.trace().parent())) {
      R answer = work.command().apply(this);
      answers.add(() -> work.answer().complete(answer));
    }
  }

  private void apply(LaneWork.OfTopic work, Opened open) {
    ConsumerRecord<String, byte[]> raw = work.raw();
    Map<Topic, Long> offsets = next.computeIfAbsent(open, _ -> new HashMap<>());
    long expected = offsets.getOrDefault(work.topic(), open.next.getOrDefault(work.topic(), 0L));
    if (raw.offset() < expected) {
      return;
    }
    offsets.put(work.topic(), raw.offset() + 1);
    if (!settings.takes(raw.key())) {
      return;
    }
    Envelope<? extends Message> envelope = parts.stream().codec().decode(work.topic(), raw.value());
    if (isRepeat(work.topic(), raw, envelope, open)) {
      duplicates++;
      return;
    }
    cause = envelope.id();
    try (MessageTracing.Span _ =
        parts.stream()
            .tracing()
            .open(settings.name() + " " + raw.topic(), StreamReader.traceparent(raw))) {
      handler.on(new LaneRecord(work.topic(), raw.partition(), raw.offset(), envelope), this);
    }
  }

  /** Whether the record was applied before; a gap before it throws. */
  private boolean isRepeat(
      Topic topic, ConsumerRecord<String, byte[]> raw, Envelope<?> envelope, Opened open) {
    Long sequence = envelope.sequence();
    if (topic.traits().poison() != PoisonRule.STOP) {
      return false;
    }
    if (sequence == null || raw.key() == null) {
      throw new IllegalArgumentException(
          "no " + (sequence == null ? "sequence" : "key") + " in a record of " + raw.topic());
    }
    var stream = new Seen(topic, new AccountId(raw.key()));
    Map<Seen, Long> sequences = seen.computeIfAbsent(open, _ -> new HashMap<>());
    long last = sequences.getOrDefault(stream, open.seen.getOrDefault(stream, 0L));
    if (sequence > last + 1) {
      throw new SequenceGapException(topic, stream.account(), last, sequence);
    }
    if (sequence <= last) {
      return true;
    }
    sequences.put(stream, sequence);
    return false;
  }

  /** Counts a record as done without applying it. */
  void skip(LaneWork.OfTopic work) {
    Opened open = opened.get(work.partition());
    if (open == null) {
      throw new LostOwnershipException(settings.name() + " partition " + work.partition());
    }
    next.computeIfAbsent(open, _ -> new HashMap<>()).put(work.topic(), work.raw().offset() + 1);
  }

  /** Makes the transaction prove that a partition is still owned, though nothing of it is read. */
  void touch(Opened open) {
    next.computeIfAbsent(open, _ -> new HashMap<>());
  }

  /** Writes all that was gathered; inside the transaction, last. */
  void write(LaneJournal journal) {
    var moves = new ArrayList<Move>();
    next.forEach(
        (open, offsets) ->
            open.next.forEach(
                (topic, expected) -> {
                  Long to = offsets.get(topic);
                  boolean first = topic == settings.topics().getFirst();
                  if (to != null || (first && offsets.isEmpty())) {
                    moves.add(new Move(open, topic, expected, to == null ? expected : to));
                  }
                }));
    // Whether it is still ours is asked before anything else goes to the database.
    journal.move(moves);
    settings.guard().verify();
    handler.flush();
    seen.forEach(
        (open, sequences) -> {
          if (!sequences.isEmpty()) {
            journal.seen(sequences.entrySet(), open.partition);
          }
        });
    outbox.flush();
  }

  /** Takes the written as true, sends what was to be sent, answers who waits. After the commit. */
  void settle() {
    next.forEach((open, offsets) -> open.next.putAll(offsets));
    seen.forEach((open, sequences) -> open.seen.putAll(sequences));
    outbox.committed();
    afterCommit.forEach(Runnable::run);
    answers.forEach(Runnable::run);
  }

  /** Records that had been applied before. */
  int duplicates() {
    return duplicates;
  }

  @Override
  public void publish(Topic topic, AccountId account, Message body, Instant occurredAt) {
    String id =
        cause == null
            ? parts.ids().get()
            : UUID.nameUUIDFromBytes(
                    (cause + "/" + topic.topicName() + "/" + ordinal++)
                        .getBytes(StandardCharsets.UTF_8))
                .toString();
    publish(topic, account, id, body, occurredAt);
  }

  @Override
  public void publish(Topic topic, AccountId account, String id, Message body, Instant occurredAt) {
    outbox.add(
        topic,
        account,
        AccountPartitions.of(account),
        id,
        body,
        occurredAt,
        cause,
        parts.stream().tracing().current());
  }

  @Override
  public long lastSequence(Topic topic, AccountId account) {
    return outbox.lastSequence(topic, account);
  }

  @Override
  public void afterCommit(Runnable action) {
    afterCommit.add(action);
  }
}
