package io.palmyra.platform.codec;

import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;

/** An amount as {@code {"amount":"12.50000000","currency":"USD"}}. */
final class MoneyJson {
  private MoneyJson() {}

  /** The two fields as they stand on the wire. */
  private record Fields(String amount, Currency currency) {}

  static final class Writer extends StdSerializer<Money> {
    Writer() {
      super(Money.class);
    }

    @Override
    public void serialize(Money money, JsonGenerator json, SerializationContext context) {
      json.writeStartObject();
      json.writeStringProperty("amount", money.amount());
      json.writeStringProperty("currency", money.currency().value());
      json.writeEndObject();
    }
  }

  static final class Reader extends StdDeserializer<Money> {
    Reader() {
      super(Money.class);
    }

    @Override
    public Money deserialize(JsonParser json, DeserializationContext context) {
      Fields fields = context.readValue(json, Fields.class);
      try {
        return Money.of(fields.amount(), fields.currency());
      } catch (IllegalArgumentException | ArithmeticException e) {
        throw context.weirdStringException(
            fields.amount(), Money.class, String.valueOf(e.getMessage()));
      }
    }
  }
}
