package io.palmyra.core.strategy;

import io.palmyra.contracts.value.Quantity;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Validated parameters of one strategy instance, complete and in the order of the schema. */
public final class Parameters {
  private final Map<String, Object> values;

  Parameters(Map<String, Object> values) {
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** A whole number. */
  public int whole(String name) {
    return (Integer) value(name);
  }

  /** A decimal number, for indicators and thresholds. */
  public double decimal(String name) {
    return ((Quantity) value(name)).toDouble();
  }

  /** A word, or a text. */
  public String choice(String name) {
    return (String) value(name);
  }

  /** A length of time. */
  public Duration length(String name) {
    return (Duration) value(name);
  }

  /** Yes or no. */
  public boolean flag(String name) {
    return (Boolean) value(name);
  }

  /** All as text, as people write them. */
  public Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    values.forEach((name, value) -> texts.put(name, value.toString()));
    return texts;
  }

  private Object value(String name) {
    return Objects.requireNonNull(values.get(name), name);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Parameters that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
