package io.palmyra.platform.codec;

import static io.palmyra.platform.codec.JsonSchemas.object;

import io.palmyra.contracts.Message;
import io.palmyra.contracts.topic.CleanUp;
import io.palmyra.contracts.topic.DeadLetter;
import io.palmyra.contracts.topic.Topic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The AsyncAPI 3.0 document of all topics. */
final class AsyncApi {
  private AsyncApi() {}

  static Map<String, Object> document() {
    Map<String, Object> channels = new LinkedHashMap<>();
    Map<String, Object> operations = new LinkedHashMap<>();
    Map<String, Object> messages = new LinkedHashMap<>();
    for (Topic topic : Topic.values()) {
      channels.put(
          topic.topicName(),
          channel(topic.topicName(), TopicTable.purpose(topic), topic, topic.messageTypes()));
      operations.put(
          "read-" + topic.topicName(),
          object(
              "action",
              "receive",
              "summary",
              "Read " + topic.topicName(),
              "channel",
              reference("channels", topic.topicName())));
      topic.messageTypes().forEach(type -> messages.put(GoldenSamples.name(type), message(type)));
    }
    for (Topic topic : Topic.values()) {
      channels.put(
          topic.deadLetterName(),
          channel(
              topic.deadLetterName(),
              "Records of " + topic.topicName() + " that a reader could not read or apply.",
              topic,
              List.of(DeadLetter.class)));
    }
    messages.put("dead-letter", message(DeadLetter.class));
    return object(
        "asyncapi",
        "3.0.0",
        "info",
        object(
            "title",
            "Palmyra topics",
            "version",
            "1",
            "description",
            "Generated from the contracts. How to read the topics, and what is"
                + " promised about them, stands in topics.md.",
            "license",
            object("name", "Apache-2.0", "url", "https://www.apache.org/licenses/LICENSE-2.0")),
        "defaultContentType",
        "application/json",
        "channels",
        channels,
        "operations",
        operations,
        "components",
        object("messages", messages));
  }

  private static Map<String, Object> channel(
      String address, String description, Topic topic, List<Class<? extends Message>> types) {
    Map<String, Object> messages = new LinkedHashMap<>();
    types.forEach(
        type ->
            messages.put(
                GoldenSamples.name(type),
                reference("components", "messages", GoldenSamples.name(type))));
    boolean letters = !address.equals(topic.topicName());
    Map<String, Object> channel =
        object("address", address, "description", description, "messages", messages);
    channel.put(
        "bindings",
        object(
            "kafka",
            object(
                "topic",
                address,
                "partitions",
                topic.partitions(),
                "topicConfiguration",
                configuration(letters ? CleanUp.TIME : topic.traits().cleanUp()),
                "bindingVersion",
                "0.5.0")));
    channel.put("x-key", topic.traits().key().name().toLowerCase(java.util.Locale.ROOT));
    if (!letters) {
      channel.put(
          "x-written-by",
          topic.traits().writers().isEmpty()
              ? List.of("any")
              : List.copyOf(new TreeSet<>(topic.traits().writers())));
    }
    return channel;
  }

  private static Map<String, Object> configuration(CleanUp cleanUp) {
    return switch (cleanUp) {
      case COMPACT -> object("cleanup.policy", List.of("compact"));
      case TIME -> object("cleanup.policy", List.of("delete"));
      case KEPT -> object("cleanup.policy", List.of("delete"), "retention.ms", -1);
    };
  }

  private static Map<String, Object> message(Class<? extends Message> type) {
    String name = GoldenSamples.name(type);
    return object(
        "name", name,
        "summary", SourceDocs.of(type),
        "payload", object("$ref", "./schemas/" + name + ".json"),
        "bindings",
            object("kafka", object("key", object("type", "string"), "bindingVersion", "0.5.0")));
  }

  private static Map<String, Object> reference(String... path) {
    StringBuilder reference = new StringBuilder("#");
    for (String part : path) {
      reference.append('/').append(part.replace("~", "~0").replace("/", "~1"));
    }
    return object("$ref", reference.toString());
  }
}
