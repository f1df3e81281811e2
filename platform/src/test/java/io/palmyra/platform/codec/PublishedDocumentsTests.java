package io.palmyra.platform.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.palmyra.contracts.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What is published of the topics is fresh, and true of what is written to them. */
class PublishedDocumentsTests {
  private static final MessageCodec CODEC = new MessageCodec();
  private static final Map<Path, String> WANTED = PublishedDocuments.wanted();

  @BeforeAll
  static void writeWhenAsked() {
    if (PublishedDocuments.updating()) {
      WANTED.forEach(PublishedDocuments::write);
    }
  }

  static Stream<Path> documents() {
    return WANTED.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void isFresh(Path document) {
    assertThat(PublishedDocuments.read(document))
        .as("%s is stale; refresh with: %s", document, PublishedDocuments.COMMAND)
        .isEqualTo(WANTED.get(document));
  }

  @Test
  void noSchemaIsLeftOfATypeThatIsGone() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../docs/schemas"))) {
      assertThat(files).allMatch(WANTED::containsKey);
    }
  }

  static List<GoldenSamples.Sample> samples() {
    return GoldenSamples.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void goldenSampleFitsItsSchema(GoldenSamples.Sample sample) {
    assertThat(errors(schemaOf(sample.type()), new String(sample.bytes(), UTF_8))).isEmpty();
  }

  static List<Class<? extends Message>> allTypes() {
    return WireTopics.allTypes();
  }

  @ParameterizedTest
  @MethodSource("allTypes")
  void whateverIsWrittenFitsItsSchema(Class<? extends Message> type) {
    Schema schema = schemaOf(type);
    for (long seed = 0; seed < 30; seed++) {
      String json = new String(CODEC.encode(new RandomMessages(seed).envelope(type)), UTF_8);
      // Years past 9999 are ISO-8601 with a sign, which RFC 3339 does not know.
      if (!json.matches("(?s).*\"[+-]\\d{4,}-.*")) {
        assertThat(errors(schema, json)).as("seed %d: %s", seed, json).isEmpty();
      }
    }
  }

  @Test
  void theSchemaRefusesWhatTheCodecRefuses() {
    Schema schema = schemaOf(io.palmyra.contracts.market.QuoteTick.class);
    String sample =
        PublishedDocuments.read(Path.of("src/test/resources/golden/v1/quote-tick.json"));

    assertThat(errors(schema, sample.replace("\"1.08500\"", "1.085"))).isNotEmpty();
    assertThat(errors(schema, sample.replace("\"bid\"", "\"bud\""))).isNotEmpty();
    assertThat(errors(schema, sample.replace("quote-tick", "trade-tick"))).isNotEmpty();
    assertThat(errors(schema, sample.replace("EURUSD.SIM", "eurusd"))).isNotEmpty();
  }

  private static Schema schemaOf(Class<? extends Message> type) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(JsonMapper.shared().writeValueAsString(JsonSchemas.of(type)));
  }

  private static List<String> errors(Schema schema, String json) {
    return schema
        .validate(
            json,
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Object::toString)
        .toList();
  }
}
