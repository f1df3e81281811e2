package io.palmyra.platform.codec;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.Message;
import io.palmyra.contracts.TextValue;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import java.lang.reflect.InvocationTargetException;
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
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes any message from a seed, extremes included; the same seed gives the same message. */
final class RandomMessages {
  private static final int ATTEMPTS = 100_000;
  private static final List<String> TEXTS =
      List.of("", "x", "ORDER_VALUE", "quotes \" and \\ and \n", "Überschuß 中文 😀", "\u0000\u2028");
  private static final List<String> ZONES = List.of("Z", "Asia/Kuala_Lumpur", "Europe/Berlin");

  private final RandomGenerator random;

  RandomMessages(long seed) {
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  <M extends Message> Envelope<M> envelope(Class<M> type) {
    return new Envelope<>(
        hex(),
        instant(),
        instant(),
        random.nextBoolean() ? null : hex(),
        random.nextBoolean() ? null : random.nextLong(1, Long.MAX_VALUE),
        type.cast(record(type)));
  }

  /** A record that its own constructor lets pass. */
  private Object record(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Object[] values = Arrays.stream(components).map(this::component).toArray();
      try {
        return type.getDeclaredConstructor(types).newInstance(values);
      } catch (InvocationTargetException e) {
        if (!(e.getCause() instanceof IllegalArgumentException)) {
          throw new IllegalStateException(e);
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new IllegalStateException("no valid " + type);
  }

  private @Nullable Object component(RecordComponent component) {
    boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    return optional && random.nextBoolean() ? null : value(component.getGenericType());
  }

  private Object value(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] of = generic.getActualTypeArguments();
      int size = random.nextInt(4);
      return switch (((Class<?>) generic.getRawType()).getSimpleName()) {
        case "List" -> IntStream.range(0, size).mapToObj(_ -> value(of[0])).toList();
        case "Set" ->
            IntStream.range(0, size).mapToObj(_ -> value(of[0])).collect(Collectors.toSet());
        case "Map" ->
            IntStream.range(0, size)
                .boxed()
                .collect(Collectors.toMap(_ -> value(of[0]), _ -> value(of[1]), (a, _) -> a));
        default -> throw new IllegalArgumentException("no values of " + type);
      };
    }
    return plain((Class<?>) type);
  }

  private Object plain(Class<?> type) {
    if (type.isEnum()) {
      return pick(List.of(type.getEnumConstants()));
    }
    if (type == Price.class) {
      return new Price(mantissa(), random.nextInt(13));
    }
    if (type == Quantity.class) {
      return new Quantity(mantissa(), random.nextInt(13));
    }
    if (type == Money.class) {
      return new Money(mantissa(), (Currency) plain(Currency.class));
    }
    if (TextValue.class.isAssignableFrom(type)) {
      return TextSamples.of(type.asSubclass(TextValue.class), random);
    }
    if (type.isSealed() && type != ZoneId.class) {
      return record(pick(List.of(type.getPermittedSubclasses())));
    }
    return type.isRecord() ? record(type) : scalar(type.getSimpleName());
  }

  private Object scalar(String type) {
    return switch (type) {
      case "String" -> pick(TEXTS);
      case "int", "Integer" -> random.nextInt(13);
      case "long" -> random.nextLong();
      case "boolean" -> random.nextBoolean();
      case "double", "Double" -> random.nextInt(5) == 0 ? 1.0 : random.nextDouble();
      case "Instant" -> instant();
      case "Duration" ->
          Duration.ofSeconds(random.nextInt(1, 86_400), random.nextInt(1_000_000_000));
      case "LocalDate" -> LocalDate.ofEpochDay(random.nextInt(30_000));
      case "LocalTime" -> LocalTime.ofSecondOfDay(random.nextInt(86_400));
      case "DayOfWeek" -> DayOfWeek.of(random.nextInt(1, 8));
      case "ZoneId" -> ZoneId.of(pick(ZONES));
      default -> throw new IllegalArgumentException("no values of " + type);
    };
  }

  private long mantissa() {
    return switch (random.nextInt(8)) {
      case 0 -> 0;
      case 1 -> Long.MAX_VALUE;
      case 2 -> Long.MIN_VALUE;
      case 3 -> random.nextLong();
      default -> random.nextLong(-1_000, 10_000_000);
    };
  }

  private Instant instant() {
    return switch (random.nextInt(8)) {
      case 0 -> Instant.EPOCH;
      case 1 -> Instant.parse("2028-02-29T23:59:59.999999999Z");
      case 2 -> Instant.ofEpochSecond(random.nextLong(-99_999_999_999L, 999_999_999_999L));
      default ->
          Instant.ofEpochSecond(
              random.nextLong(0, 4_000_000_000L), random.nextInt(1_000_000) * 1_000L);
    };
  }

  private String hex() {
    return "%016x%016x".formatted(random.nextLong(), random.nextLong());
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
