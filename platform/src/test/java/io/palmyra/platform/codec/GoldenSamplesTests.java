package io.palmyra.platform.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What was ever written can be read: each sample of each message version, by today's code. */
class GoldenSamplesTests {
  private static final JsonMapper JSON = JsonMapper.shared();

  private static final MessageCodec CODEC = new MessageCodec();

  @BeforeAll
  static void addSamplesOfNewTypesWhenAsked() throws IOException {
    if (PublishedDocuments.updating()) {
      GoldenSamples.addMissing();
    }
  }

  static List<GoldenSamples.Sample> samples() {
    return GoldenSamples.all();
  }

  @Test
  void thereIsASampleOfEachMessageVersion() {
    assertThat(GoldenSamples.expected())
        .as("add what is missing with: %s", PublishedDocuments.COMMAND)
        .allMatch(Files::exists);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isReadWithoutLoss(GoldenSamples.Sample sample) {
    Envelope<? extends Message> read = read(sample, sample.bytes());

    byte[] written = CODEC.encode(read);
    assertThat(JSON.readTree(written)).isEqualTo(JSON.readTree(sample.bytes()));
    assertThat(WireTopics.read(CODEC, sample.type(), written)).isEqualTo(read);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isReadTheSameWithFieldsOfTheFuture(GoldenSamples.Sample sample) {
    JsonNode future = JSON.readTree(sample.bytes());
    addUnknownFields(future);

    assertThat(read(sample, JSON.writeValueAsBytes(future)))
        .isEqualTo(read(sample, sample.bytes()));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isReadWithoutEachOptionalField(GoldenSamples.Sample sample) {
    ObjectNode whole = (ObjectNode) JSON.readTree(sample.bytes());
    Set<String> optional = OptionalFields.of(sample.type());
    for (String field : optional) {
      ObjectNode less = whole.deepCopy();
      ((ObjectNode) less.get("body")).remove(field);
      try {
        Envelope<? extends Message> read = read(sample, JSON.writeValueAsBytes(less));
        assertThat(new String(CODEC.encode(read), UTF_8)).doesNotContain("\"" + field + "\":null");
      } catch (UnreadableMessageException e) {
        // A record may ask for one field because of another, but never because it is absent.
        assertThat(e).as(field).hasMessageContaining("does not fit");
      }
    }
    whole.remove(List.of("causationId", "sequence"));
    assertThat(read(sample, JSON.writeValueAsBytes(whole)).sequence()).isNull();
  }

  private static void addUnknownFields(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.values().forEach(GoldenSamplesTests::addUnknownFields);
      boolean isMap =
          object.propertyStream().anyMatch(field -> field.getKey().equals("maximumOrderValue"))
              || object.has("sma-eurusd")
              || object.has("a key");
      if (!isMap) {
        object.put("fieldOfTheFuture", "x").putObject("another").putArray("deep").add(1);
      }
    } else if (node instanceof ArrayNode array) {
      array.forEach(GoldenSamplesTests::addUnknownFields);
    }
  }

  private Envelope<? extends Message> read(GoldenSamples.Sample sample, byte[] bytes) {
    return WireTopics.read(CODEC, sample.type(), bytes);
  }
}
