package io.palmyra.platform.codec;

import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.deser.KeyDeserializers;

/** Finds the reader of a map's key that is one text. */
final class TextKeyDeserializers implements KeyDeserializers {
  @Override
  public @Nullable KeyDeserializer findKeyDeserializer(
      JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
    return TextForms.of(type.getRawClass()).map(Key::new).orElse(null);
  }

  private static final class Key extends KeyDeserializer {
    private final TextForm<?> form;

    Key(TextForm<?> form) {
      this.form = form;
    }

    @Override
    public Object deserializeKey(String text, DeserializationContext context) {
      try {
        return form.parse().apply(text);
      } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
        throw context.weirdKeyException(form.type(), text, String.valueOf(e.getMessage()));
      }
    }
  }
}
