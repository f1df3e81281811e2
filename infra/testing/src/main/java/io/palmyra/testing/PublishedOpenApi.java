package io.palmyra.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document of each service under {@code docs/openapi}, as the service serves it. */
final class PublishedOpenApi {
  private static final Path DOCS = Path.of("../docs/openapi");
  private static final JsonMapper PRETTY =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private PublishedOpenApi() {}

  /** Compares what is served with what is published, or publishes it when that is asked for. */
  static void check(String service, JsonNode served) {
    ObjectNode stable = (ObjectNode) sorted(served);
    // Where it was served from says nothing of it.
    stable.remove("servers");
    String wanted = PRETTY.writeValueAsString(stable) + "\n";
    Path file = DOCS.resolve(service + ".json");
    try {
      if (Boolean.getBoolean("docs.update")) {
        Files.createDirectories(DOCS);
        Files.writeString(file, wanted);
      }
      assertThat(Files.exists(file) ? Files.readString(file) : "")
          .as("%s is stale: run this test with -Ddocs.update=true and commit what it wrote", file)
          .isEqualTo(wanted);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode sorted(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> {
        Map<String, JsonNode> fields = new TreeMap<>();
        object.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
        yield new ObjectNode(JsonNodeFactory.instance, fields);
      }
      case ArrayNode array -> {
        var items = JsonNodeFactory.instance.arrayNode();
        array.forEach(item -> items.add(sorted(item)));
        yield items;
      }
      default -> node;
    };
  }
}
