package io.palmyra.local.audit;

import io.palmyra.contracts.audit.ChangeRecorded;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.local.api.SuiteApi;
import io.palmyra.local.topic.TopicSearch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the log from the gateway, and what was recorded from the topic. */
public final class AuditLogReader {
  private static final int PAGE = 1000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final SuiteApi api;
  private final TopicSearch search;

  /** Reads from these. */
  public AuditLogReader(SuiteApi api, TopicSearch search) {
    this.api = api;
    this.search = search;
  }

  /** The log as it stands: the head first, so that what is added meanwhile is left out. */
  public AuditLog read() {
    JsonNode head = api.get("/api/v1/audit/head");
    long number = head.path("number").asLong();
    List<AuditLog.Entry> entries = new ArrayList<>();
    for (boolean more = number > 0; more; ) {
      long after = entries.isEmpty() ? 0 : entries.getLast().number();
      JsonNode page = api.get("/api/v1/audit?limit=" + PAGE + "&after=" + after).path("items");
      for (JsonNode item : page) {
        if (item.path("number").asLong() <= number) {
          entries.add(entry(item));
        }
      }
      more = page.size() == PAGE && entries.getLast().number() < number;
    }
    return new AuditLog(entries, number, head.path("hash").asString(""), recorded());
  }

  private Map<String, ChangeRecorded> recorded() {
    var recorded = new HashMap<String, ChangeRecorded>();
    search
        .all(search.partitions(Topic.AUDIT.topicName()), each -> each.value() != null)
        .forEach(
            each -> {
              JsonNode envelope = JSON.readTree(each.value());
              recorded.put(envelope.path("id").asString(""), change(envelope.path("body")));
            });
    return recorded;
  }

  private static AuditLog.Entry entry(JsonNode item) {
    return new AuditLog.Entry(
        item.path("number").asLong(),
        item.path("messageId").asString(""),
        change(item),
        item.path("previousHash").asString(""),
        item.path("hash").asString(""));
  }

  private static ChangeRecorded change(JsonNode fields) {
    return new ChangeRecorded(
        fields.path("source").asString(""),
        fields.path("actor").asString(""),
        fields.path("action").asString(""),
        fields.path("target").asString(""),
        fields.path("reason").asString(""),
        text(fields.path("before")),
        text(fields.path("after")),
        Instant.parse(fields.path("at").asString("")));
  }

  private static @Nullable String text(JsonNode field) {
    return field.isMissingNode() || field.isNull() ? null : field.asString("");
  }
}
