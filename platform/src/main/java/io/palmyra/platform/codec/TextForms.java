package io.palmyra.platform.codec;

import io.palmyra.contracts.TextValue;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The values that stand on the wire as one text: decimals, times and every {@link TextValue}. */
final class TextForms {
  private static final List<TextForm<?>> FIXED =
      List.of(
          new TextForm<>(Price.class, Price::of, Price::toString),
          new TextForm<>(Quantity.class, Quantity::of, Quantity::toString),
          new TextForm<>(Instant.class, Instants::parse, Instant::toString),
          new TextForm<>(Duration.class, Duration::parse, Duration::toString),
          new TextForm<>(LocalDate.class, LocalDate::parse, LocalDate::toString),
          new TextForm<>(LocalTime.class, LocalTime::parse, LocalTime::toString));

  private static final TextForm<ZoneId> ZONE =
      new TextForm<>(ZoneId.class, ZoneId::of, ZoneId::getId);

  private TextForms() {}

  /** The form of a class, empty if it is no text on the wire. */
  static Optional<TextForm<?>> of(Class<?> type) {
    if (ZoneId.class.isAssignableFrom(type)) {
      return Optional.of(ZONE);
    }
    if (type.isRecord() && TextValue.class.isAssignableFrom(type)) {
      return Optional.of(ofTextValue(type.asSubclass(TextValue.class)));
    }
    for (TextForm<?> form : FIXED) {
      if (form.type() == type) {
        return Optional.of(form);
      }
    }
    return Optional.empty();
  }

  private static <T extends TextValue> TextForm<T> ofTextValue(Class<T> type) {
    MethodHandle constructor = constructorOf(type);
    return new TextForm<>(
        type,
        text -> {
          try {
            return type.cast(constructor.invoke(text));
          } catch (RuntimeException | Error e) {
            throw e;
          } catch (Throwable e) {
            throw new IllegalStateException(e);
          }
        },
        TextValue::value);
  }

  private static MethodHandle constructorOf(Class<?> type) {
    try {
      return MethodHandles.publicLookup()
          .findConstructor(type, MethodType.methodType(void.class, String.class))
          .asType(MethodType.methodType(Object.class, String.class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          type + " is a TextValue without a public constructor of one String", e);
    }
  }
}
