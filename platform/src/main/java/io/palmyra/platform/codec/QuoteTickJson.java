package io.palmyra.platform.codec;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Quotes without the detour through Jackson's beans: every service reads each of them, so they are
 * most of what goes over the wire. What is read and refused is the same as for any other record.
 */
final class QuoteTickJson {
  private static final String INSTRUMENT = "instrument";
  private static final String BID = "bid";
  private static final String ASK = "ask";
  private static final String BID_SIZE = "bidSize";
  private static final String ASK_SIZE = "askSize";
  private static final String TIME = "time";
  private static final String PROVIDER = "provider";

  private QuoteTickJson() {}

  static final class Writer extends StdSerializer<QuoteTick> {
    Writer() {
      super(QuoteTick.class);
    }

    @Override
    public void serialize(QuoteTick tick, JsonGenerator json, SerializationContext context) {
      json.writeStartObject();
      json.writeStringProperty(INSTRUMENT, tick.instrument().value());
      json.writeStringProperty(BID, tick.bid().toString());
      json.writeStringProperty(ASK, tick.ask().toString());
      json.writeStringProperty(BID_SIZE, tick.bidSize().toString());
      json.writeStringProperty(ASK_SIZE, tick.askSize().toString());
      json.writeStringProperty(TIME, tick.time().toString());
      json.writeStringProperty(PROVIDER, tick.provider());
      json.writeEndObject();
    }
  }

  static final class Reader extends StdDeserializer<QuoteTick> {
    private static final int REMEMBERED = 10_000;

    /** The few instruments whose ids come again and again, already looked at. */
    private final transient Map<String, InstrumentId> instruments = new ConcurrentHashMap<>();

    Reader() {
      super(QuoteTick.class);
    }

    @Override
    public QuoteTick deserialize(JsonParser json, DeserializationContext context) {
      @Nullable InstrumentId instrument = null;
      @Nullable Price bid = null;
      @Nullable Price ask = null;
      @Nullable Quantity bidSize = null;
      @Nullable Quantity askSize = null;
      @Nullable Instant time = null;
      @Nullable String provider = null;
      for (String name = json.nextName(); name != null; name = json.nextName()) {
        json.nextToken();
        switch (name) {
          case INSTRUMENT -> instrument = value(name, this::instrument, json, context);
          case BID -> bid = value(name, Price::of, json, context);
          case ASK -> ask = value(name, Price::of, json, context);
          case BID_SIZE -> bidSize = value(name, Quantity::of, json, context);
          case ASK_SIZE -> askSize = value(name, Quantity::of, json, context);
          case TIME -> time = value(name, Instants::parse, json, context);
          case PROVIDER -> provider = value(name, Function.identity(), json, context);
          default -> json.skipChildren();
        }
      }
      return new QuoteTick(
          present(INSTRUMENT, instrument, context),
          present(BID, bid, context),
          present(ASK, ask, context),
          present(BID_SIZE, bidSize, context),
          present(ASK_SIZE, askSize, context),
          present(TIME, time, context),
          present(PROVIDER, provider, context));
    }

    private InstrumentId instrument(String text) {
      InstrumentId known = instruments.get(text);
      if (known == null) {
        known = new InstrumentId(text);
        if (instruments.size() < REMEMBERED) {
          instruments.put(text, known);
        }
      }
      return known;
    }

    private static <T> T value(
        String name, Function<String, T> form, JsonParser json, DeserializationContext context) {
      if (json.currentToken() != JsonToken.VALUE_STRING) {
        return context.reportInputMismatch(
            QuoteTick.class, "%s is not a text but %s", name, json.currentToken());
      }
      String text = json.getString();
      try {
        return form.apply(text);
      } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
        return context.reportInputMismatch(
            QuoteTick.class, "%s '%s': %s", name, text, String.valueOf(e.getMessage()));
      }
    }

    private static <T> T present(String name, @Nullable T value, DeserializationContext context) {
      return value == null
          ? context.reportInputMismatch(QuoteTick.class, "'%s' is missing", name)
          : value;
    }
  }
}
