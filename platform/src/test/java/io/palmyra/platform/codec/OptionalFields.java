package io.palmyra.platform.codec;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which fields of a record may be absent. */
final class OptionalFields {
  private OptionalFields() {}

  static Set<String> of(Class<?> record) {
    return Arrays.stream(record.getRecordComponents())
        .filter(OptionalFields::isOptional)
        .map(RecordComponent::getName)
        .collect(Collectors.toSet());
  }

  static boolean isOptional(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }
}
