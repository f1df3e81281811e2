package io.palmyra.platform.codec;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.ser.Serializers;
import tools.jackson.databind.ser.std.StdSerializer;

/** Finds the writer of a map's key that is one text. */
final class TextKeySerializers extends Serializers.Base {
  @Override
  public @Nullable ValueSerializer<?> findSerializer(
      SerializationConfig config,
      JavaType type,
      BeanDescription.Supplier description,
      JsonFormat.@Nullable Value format) {
    return TextForms.of(type.getRawClass()).map(Key::new).orElse(null);
  }

  private static final class Key extends StdSerializer<Object> {
    private final transient TextForm<?> form;

    Key(TextForm<?> form) {
      super(Object.class);
      this.form = form;
    }

    @Override
    public void serialize(Object value, JsonGenerator json, SerializationContext context) {
      json.writeName(form.textOf(value));
    }
  }
}
