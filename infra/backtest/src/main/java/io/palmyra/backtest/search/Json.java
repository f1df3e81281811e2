package io.palmyra.backtest.search;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** JSON in which a figure that is not defined is null. */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(
              new SimpleModule()
                  .addSerializer(Double.class, new Figure())
                  .addSerializer(Double.TYPE, new Figure()))
          .build();

  private Json() {}

  /** The JSON of a record or a map, for people to read. */
  public static String of(Object value) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
  }

  private static final class Figure extends ValueSerializer<Double> {
    @Override
    public void serialize(Double value, JsonGenerator to, SerializationContext context) {
      if (Double.isFinite(value)) {
        to.writeNumber(value);
      } else {
        to.writeNull();
      }
    }
  }
}
