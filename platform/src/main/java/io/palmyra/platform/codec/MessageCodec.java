package io.palmyra.platform.codec;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.Message;
import io.palmyra.contracts.topic.DeadLetterMessage;
import io.palmyra.contracts.topic.Topic;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns messages into the bytes of their records and back. Safe for use by many threads.
 *
 * <p>Reading is lenient towards the future (fields that are not known are passed over) and strict
 * otherwise: a field that is missing, null or malformed is refused by name.
 */
public final class MessageCodec {
  /** The largest record, in bytes, that is written or read. */
  public static final int MAX_BYTES = 1_000_000;

  private static final int USUAL_BYTES = 640;

  private final JsonMapper mapper = WireMapper.create();
  private final MessageTypes types = new MessageTypes(mapper);

  /**
   * The bytes of a message.
   *
   * @throws IllegalArgumentException if they would be more than {@link #MAX_BYTES}
   */
  public byte[] encode(Envelope<?> envelope) {
    MessageType type = types.of(envelope.body());
    var bytes = new ByteArrayOutputStream(USUAL_BYTES);
    try (JsonGenerator json = mapper.writer().createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringProperty("type", type.name());
      json.writeNumberProperty("version", type.version());
      json.writeStringProperty("id", envelope.id());
      json.writeStringProperty("occurredAt", envelope.occurredAt().toString());
      json.writeStringProperty("recordedAt", envelope.recordedAt().toString());
      if (envelope.causationId() != null) {
        json.writeStringProperty("causationId", envelope.causationId());
      }
      if (envelope.sequence() != null) {
        json.writeNumberProperty("sequence", envelope.sequence());
      }
      json.writeName("body");
      type.writer().writeValue(json, envelope.body());
      json.writeEndObject();
    }
    if (bytes.size() > MAX_BYTES) {
      throw new IllegalArgumentException(
          type.name() + " of " + bytes.size() + " bytes is above " + MAX_BYTES);
    }
    return bytes.toByteArray();
  }

  /**
   * The message of a record's bytes.
   *
   * @throws UnknownTypeException if its type or version is newer than this release
   * @throws UnreadableMessageException if it is no message of the topic
   */
  public Envelope<? extends Message> decode(Topic topic, byte[] bytes) {
    return decode(types.on(topic), topic.topicName(), bytes);
  }

  /**
   * The message of a record on any dead letter topic.
   *
   * @throws UnreadableMessageException if it is none
   */
  public Envelope<? extends DeadLetterMessage> decodeDeadLetter(byte[] bytes) {
    Envelope<? extends Message> read = decode(types.onDeadLetterTopics(), "dead letters", bytes);
    return new Envelope<>(
        read.id(),
        read.occurredAt(),
        read.recordedAt(),
        read.causationId(),
        read.sequence(),
        (DeadLetterMessage) read.body());
  }

  private Envelope<? extends Message> decode(
      Map<String, MessageType> known, String place, byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      throw new UnreadableMessageException(bytes.length + " bytes are above " + MAX_BYTES, null);
    }
    try (JsonParser json = mapper.reader().createParser(bytes)) {
      return new EnvelopeReader(json, known, place).read();
    } catch (UnreadableMessageException e) {
      throw e;
    } catch (RuntimeException e) {
      // Jackson's own exceptions, and what a record's constructor refuses.
      throw new UnreadableMessageException("on " + place + ": " + e.getMessage(), e);
    }
  }
}
