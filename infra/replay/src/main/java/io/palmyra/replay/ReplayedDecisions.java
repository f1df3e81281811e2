package io.palmyra.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.decision.Decision;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.core.risk.DecisionReplay;
import io.palmyra.platform.codec.MessageCodec;
import io.palmyra.platform.codec.UnreadableMessageException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes records of {@code decisions}, makes each decision again and counts what came of it. */
final class ReplayedDecisions {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final MessageCodec codec = new MessageCodec();
  private final Consumer<String> tell;
  private final String account;
  private long same;
  private long ended;
  private long different;
  private long unrepeatable;

  /**
   * @param account whose decisions count, empty for all
   * @param tell hears a text for each decision that is not the same
   */
  ReplayedDecisions(String account, Consumer<String> tell) {
    this.account = account;
    this.tell = tell;
  }

  /** Takes a record. */
  void take(ConsumerRecord<String, String> record) {
    if (record.value() == null || !(account.isEmpty() || account.equals(record.key()))) {
      return;
    }
    String place = record.topic() + "-" + record.partition() + "@" + record.offset();
    try {
      Envelope<?> envelope = codec.decode(Topic.DECISIONS, record.value().getBytes(UTF_8));
      compare(place, envelope);
    } catch (UnreadableMessageException e) {
      unrepeatable++;
      tell.accept("UNREADABLE " + place + ": " + e.getMessage());
    }
  }

  private void compare(String place, Envelope<?> envelope) {
    Decision recorded = (Decision) envelope.body();
    switch (DecisionReplay.of(recorded)) {
      case DecisionReplay.Same _ -> same++;
      case DecisionReplay.NothingToDecide _ -> ended++;
      case DecisionReplay.Unrepeatable not -> {
        unrepeatable++;
        tell.accept("UNREPEATABLE " + place + " signal " + recorded.signalId() + ": " + not.why());
      }
      case DecisionReplay.Different other -> {
        different++;
        tell.accept("DIFFERENT " + place + " signal " + recorded.signalId());
        differences(envelope, other.now()).forEach(each -> tell.accept("  " + each));
      }
    }
  }

  private List<String> differences(Envelope<?> recorded, Decision now) {
    var again =
        new Envelope<>(
            recorded.id(),
            recorded.occurredAt(),
            recorded.recordedAt(),
            recorded.causationId(),
            recorded.sequence(),
            now);
    return JsonDifference.between(tree(recorded), tree(again));
  }

  private JsonNode tree(Envelope<?> envelope) {
    JsonNode whole = JSON.readTree(codec.encode(envelope));
    return JSON.createObjectNode().set("type", whole.get("type")).set("body", whole.get("body"));
  }

  /** Whether every decision came out the same. */
  boolean allSame() {
    return different == 0 && unrepeatable == 0;
  }

  /** What came of them, in a line. */
  String summary() {
    return "%d decisions made again: %d the same, %d DIFFERENT, %d that can't be made again; %d ends of parents"
        .formatted(same + different + unrepeatable, same, different, unrepeatable, ended);
  }
}
