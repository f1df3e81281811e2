package io.palmyra.backtest.parity;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.signal.Signal;
import io.palmyra.platform.codec.MessageCodec;
import io.palmyra.replay.JsonDifference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signals as they stand on their topic beside those that were made again.
 *
 * @param score of them
 * @param differences each
 */
record SignalParity(Score score, List<Difference> differences) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final MessageCodec CODEC = new MessageCodec();

  /** Compares what lies in a period. */
  static SignalParity of(List<Kept> recorded, List<Made> made, Period period) {
    Map<SignalId, Made> again = new LinkedHashMap<>();
    made.forEach(each -> again.put(each.signal().signalId(), each));
    var differences = new ArrayList<Difference>();
    int same = 0;
    for (Kept each : recorded) {
      Signal signal = (Signal) each.body();
      Made other = again.remove(signal.signalId());
      if (period.holds(each.at())) {
        if (other == null) {
          differences.add(difference("missing", signal, each, List.of("not made again")));
        } else {
          List<String> fields = fields(each, other);
          same += fields.isEmpty() ? 1 : 0;
          if (!fields.isEmpty()) {
            differences.add(difference("different", signal, each, fields));
          }
        }
      }
    }
    again.values().stream()
        .filter(each -> period.holds(each.cause().at()))
        .map(each -> difference("extra", each.signal(), each.cause(), List.of(of(each))))
        .forEach(differences::add);
    return new SignalParity(
        new Score(
            same,
            count(differences, "missing"),
            count(differences, "extra"),
            count(differences, "different")),
        differences);
  }

  private static int count(List<Difference> differences, String kind) {
    return (int) differences.stream().filter(each -> each.kind().equals(kind)).count();
  }

  private static Difference difference(
      String kind, Signal signal, Kept where, List<String> fields) {
    return new Difference(
        kind,
        signal.getClass().getSimpleName() + " " + signal.signalId(),
        where.at().toString(),
        fields);
  }

  private static String of(Made made) {
    return "made again of " + made.cause().place() + ", not on signals";
  }

  private static List<String> fields(Kept recorded, Made made) {
    Envelope<?> was = recorded.envelope();
    var is =
        new Envelope<>(
            was.id(),
            made.marketTime(),
            was.recordedAt(),
            made.cause().envelope().id(),
            was.sequence(),
            made.signal());
    return was.equals(is) ? List.of() : JsonDifference.between(tree(was), tree(is));
  }

  private static JsonNode tree(Envelope<?> envelope) {
    return JSON.readTree(CODEC.encode(envelope));
  }
}
