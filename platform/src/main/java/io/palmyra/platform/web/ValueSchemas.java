package io.palmyra.platform.web;

import com.fasterxml.jackson.databind.JavaType;
import io.palmyra.contracts.TextValue;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Shows values in OpenAPI as the strings that they are on the wire. */
final class ValueSchemas implements ModelConverter {
  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    JavaType java = Json.mapper().constructType(type.getType());
    Class<?> raw = java.getRawClass();
    if (raw == Price.class || raw == Quantity.class) {
      return new StringSchema().format("decimal");
    }
    if (TextValue.class.isAssignableFrom(raw)) {
      return new StringSchema();
    }
    return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
  }
}
