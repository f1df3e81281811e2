package io.palmyra.platform.codec;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.Message;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.util.TokenBuffer;

/** Reads one envelope in one pass; only a body that comes before its type is buffered. */
final class EnvelopeReader {
  private final JsonParser json;
  private final Map<String, MessageType> known;
  private final String place;

  private @Nullable String type;
  private @Nullable Integer version;
  private @Nullable String id;
  private @Nullable Instant occurredAt;
  private @Nullable Instant recordedAt;
  private @Nullable String causationId;
  private @Nullable Long sequence;
  private @Nullable Message body;
  private @Nullable TokenBuffer earlyBody;

  EnvelopeReader(JsonParser json, Map<String, MessageType> known, String place) {
    this.json = json;
    this.known = known;
    this.place = place;
  }

  Envelope<Message> read() {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw unreadable("the record is not a JSON object");
    }
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      readField(name);
    }
    if (json.currentToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
      throw unreadable("more follows the envelope");
    }
    if (body == null && earlyBody != null) {
      try (JsonParser buffered = earlyBody.asParser()) {
        body = messageType().reader().readValue(buffered);
      }
    }
    messageType();
    return new Envelope<>(
        present("id", id),
        present("occurredAt", occurredAt),
        present("recordedAt", recordedAt),
        causationId,
        sequence,
        present("body", body));
  }

  private void readField(String name) {
    switch (name) {
      case "type" -> type = text(name);
      case "version" -> version = (int) wholeNumber(name, Integer.MAX_VALUE);
      case "id" -> id = text(name);
      case "occurredAt" -> occurredAt = instant(name);
      case "recordedAt" -> recordedAt = instant(name);
      case "causationId" -> causationId = isNull() ? null : text(name);
      case "sequence" -> sequence = isNull() ? null : wholeNumber(name, Long.MAX_VALUE);
      case "body" -> readBody();
      default -> json.skipChildren();
    }
  }

  private void readBody() {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw unreadable("body is not an object");
    }
    if (type != null && version != null) {
      body = messageType().reader().readValue(json);
    } else {
      earlyBody = TokenBuffer.forGeneration();
      earlyBody.copyCurrentStructure(json);
    }
  }

  private MessageType messageType() {
    String name = present("type", type);
    int found = present("version", version);
    MessageType messageType = known.get(name);
    if (messageType == null) {
      throw new UnknownTypeException("on " + place + ": type '" + name + "' is not known");
    }
    if (found > messageType.version()) {
      throw new UnknownTypeException(
          "on "
              + place
              + ": version "
              + found
              + " of '"
              + name
              + "' is above "
              + messageType.version());
    }
    return messageType;
  }

  private boolean isNull() {
    return json.currentToken() == JsonToken.VALUE_NULL;
  }

  private String text(String name) {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw unreadable(name + " is not a text");
    }
    return json.getString();
  }

  private Instant instant(String name) {
    return Instants.parse(text(name));
  }

  private long wholeNumber(String name, long max) {
    if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      throw unreadable(name + " is not a whole number");
    }
    long value = json.getLongValue();
    if (value < 1 || value > max) {
      throw unreadable(name + " " + value + " is not between 1 and " + max);
    }
    return value;
  }

  private <T> T present(String name, @Nullable T value) {
    if (value == null) {
      throw unreadable(name + " is missing");
    }
    return value;
  }

  private UnreadableMessageException unreadable(String what) {
    return new UnreadableMessageException("on " + place + ": " + what, null);
  }
}
