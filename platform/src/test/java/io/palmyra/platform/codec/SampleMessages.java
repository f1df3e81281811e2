package io.palmyra.platform.codec;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.Message;
import io.palmyra.contracts.TextValue;
import io.palmyra.contracts.instrument.InstrumentTerms;
import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the first golden sample of a message type: every field filled, with values of its kind. */
final class SampleMessages {
  private static final Instant TIME = Instant.parse("2026-03-02T09:30:15.123456Z");
  private static final String HEX = "0123456789abcdef0123456789abcdef";

  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("AccountId", "paper"),
          Map.entry("ClientOrderId", "c" + HEX.substring(1)),
          Map.entry("ExecutionId", "SIM-000042"),
          Map.entry("FillId", "f" + HEX.substring(1)),
          Map.entry("HaltId", "initial"),
          Map.entry("InstrumentId", "EURUSD.SIM"),
          Map.entry("SignalId", "5" + HEX.substring(1)),
          Map.entry("SignalSource", "strategy:sma-eurusd"),
          Map.entry("StrategyInstanceId", "sma-eurusd"),
          Map.entry("VenueId", "SIMULATED"),
          Map.entry("VenueOrderId", "V-17"),
          Map.entry("HaltScope", "account:paper"),
          Map.entry("Currency", "USD"));

  private static final Map<String, String> PRICES =
      Map.of(
          "bid",
          "1.08500",
          "ask",
          "1.08512",
          "open",
          "1.08500",
          "high",
          "1.08700",
          "low",
          "1.08400",
          "close",
          "1.08650",
          "tickSize",
          "0.00001",
          "stopPrice",
          "1.08000");

  private static final Map<String, String> QUANTITIES =
      Map.of(
          "initialMargin",
          "0.0333",
          "leverage",
          "30",
          "swapLongRate",
          "0.041",
          "lotSize",
          "1000",
          "minimumQuantity",
          "1000",
          "maximumQuantity",
          "5000000",
          "multiplier",
          "1");

  /** Fields that exclude another one that is there. */
  private static final Set<String> ABSENT = Set.of("trailingOffset");

  private final Class<?> terms;

  /**
   * @param terms which terms an instrument gets
   */
  SampleMessages(Class<?> terms) {
    this.terms = terms;
  }

  Envelope<Message> envelope(Class<? extends Message> type) {
    return new Envelope<>(
        "0198c1f2-7a5e-7c3a-9d10-5b7f0c2e4a61",
        TIME,
        TIME.plusNanos(850_000),
        "0198c1f2-7a5e-7b11-8f42-1d9a6e3c0b57",
        42L,
        (Message) record(type));
  }

  private Object record(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    try {
      return type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new))
          .newInstance(
              Arrays.stream(components)
                  .map(component -> value(component.getName(), component.getGenericType()))
                  .toArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no sample of " + type, e);
    }
  }

  private @Nullable Object value(String name, Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] of = generic.getActualTypeArguments();
      return switch (((Class<?>) generic.getRawType()).getSimpleName()) {
        case "List" -> List.of(value(name, of[0]));
        case "Set" -> Set.of(value(name, of[0]));
        case "Map" -> Map.of(value("key", of[0]), value(name, of[1]));
        default -> throw new IllegalArgumentException("no sample of " + type);
      };
    }
    return plain(name, (Class<?>) type);
  }

  private @Nullable Object plain(String name, Class<?> type) {
    if (ABSENT.contains(name)) {
      return null;
    }
    if (type == OrderType.class) {
      return OrderType.STOP_LIMIT;
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    if (TextValue.class.isAssignableFrom(type)) {
      return TextForms.of(type).orElseThrow().parse().apply(text(type));
    }
    if (type == InstrumentTerms.class) {
      return record(terms);
    }
    if (type.isSealed() && type != ZoneId.class) {
      return record(type.getPermittedSubclasses()[0]);
    }
    return type.isRecord() && type != Price.class && type != Quantity.class && type != Money.class
        ? record(type)
        : scalar(name, type.getSimpleName());
  }

  private static String text(Class<?> type) {
    String text = TEXTS.get(type.getSimpleName());
    if (text == null) {
      throw new IllegalArgumentException("no sample of " + type);
    }
    return text;
  }

  private static Object scalar(String name, String type) {
    return switch (type) {
      case "Price" -> Price.of(PRICES.getOrDefault(name, "1.08506"));
      case "Quantity" -> Quantity.of(QUANTITIES.getOrDefault(name, "10000"));
      case "Money" -> Money.of("12.34", Currency.USD);
      case "String" -> string(name);
      case "int", "Integer" -> name.endsWith("Scale") ? 5 : 3;
      case "long" -> 1042L;
      case "boolean" -> true;
      case "double", "Double" -> 0.75;
      case "Instant" -> TIME;
      case "Duration" -> Duration.ofMinutes(1);
      case "LocalDate" -> LocalDate.of(2026, 12, 25);
      case "LocalTime" -> LocalTime.of(17, 0);
      case "DayOfWeek" -> DayOfWeek.SUNDAY;
      case "ZoneId" -> ZoneId.of("America/New_York");
      default -> throw new IllegalArgumentException("no sample of " + type);
    };
  }

  private static String string(String name) {
    return switch (name) {
      case "bid" -> "1.08520";
      case "ask" -> "1.08512";
      case "topic" -> "ticks";
      case "payload" -> "eyJ0eXBlIjoi";
      case "before", "after" -> "{\"paused\":true}";
      case "authorisedByHalt", "halts" -> "account:paper/h17";
      case "provider" -> "simulated";
      case "key" -> "maximumOrderValue";
      case "limits", "limit", "value" -> "250000.00";
      default -> name.isEmpty() ? "x" : "a " + name;
    };
  }
}
