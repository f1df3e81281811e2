package io.palmyra.local.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One record as a line for people: time, key, type, and the body's fields. */
final class RecordLine {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private RecordLine() {}

  static String of(ConsumerRecord<String, String> each) {
    String time = Instant.ofEpochMilli(each.timestamp()).toString();
    String value = each.value();
    if (value == null) {
      return String.format(Locale.ROOT, "%-24s %-20s (removed)", time, each.key());
    }
    try {
      JsonNode envelope = JSON.readTree(value);
      String type = envelope.path("type").asString("?");
      List<String> fields = new ArrayList<>();
      for (Map.Entry<String, JsonNode> field : envelope.path("body").properties()) {
        JsonNode content = field.getValue();
        fields.add(field.getKey() + "=" + (content.isValueNode() ? content.asString("") : content));
      }
      return String.format(
          Locale.ROOT, "%-24s %-20s %-22s %s", time, each.key(), type, String.join(" ", fields));
    } catch (JacksonException e) {
      return String.format(Locale.ROOT, "%-24s %-20s %s", time, each.key(), value);
    }
  }
}
