package io.palmyra.platform.codec;

import java.time.DateTimeException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads a value from a JSON string, and from nothing else. */
final class TextDeserializer extends StdScalarDeserializer<Object> {
  private final transient TextForm<?> form;

  TextDeserializer(TextForm<?> form) {
    super(form.type());
    this.form = form;
  }

  @Override
  public Object deserialize(JsonParser json, DeserializationContext context) {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      return context.handleUnexpectedToken(form.type(), json);
    }
    String text = json.getString();
    try {
      return form.parse().apply(text);
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
      throw context.weirdStringException(text, form.type(), String.valueOf(e.getMessage()));
    }
  }
}
