package io.palmyra.platform.codec;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.SequencedCollection;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.ser.ValueSerializerModifier;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.type.CollectionType;
import tools.jackson.databind.type.MapType;

/**
 * Writes sets and maps that have no order of their own in the order of their texts: the JDK's
 * immutable ones differ from run to run, and the same message must give the same bytes.
 */
final class StableOrder extends ValueSerializerModifier {
  private static final Comparator<Object> BY_TEXT = Comparator.comparing(Object::toString);

  @Override
  public ValueSerializer<?> modifyCollectionSerializer(
      SerializationConfig config,
      CollectionType type,
      BeanDescription.Supplier description,
      ValueSerializer<?> serializer) {
    return Set.class.isAssignableFrom(type.getRawClass()) ? new Ordered(serializer) : serializer;
  }

  @Override
  public ValueSerializer<?> modifyMapSerializer(
      SerializationConfig config,
      MapType type,
      BeanDescription.Supplier description,
      ValueSerializer<?> serializer) {
    return new Ordered(serializer);
  }

  private static final class Ordered extends StdSerializer<Object> {
    private final ValueSerializer<Object> plain;

    @SuppressWarnings("unchecked") // Jackson hands a container's serializer only such containers
    Ordered(ValueSerializer<?> plain) {
      super(Object.class);
      this.plain = (ValueSerializer<Object>) plain;
    }

    @Override
    public void resolve(SerializationContext context) {
      plain.resolve(context);
    }

    @Override
    public ValueSerializer<?> createContextual(
        SerializationContext context, BeanProperty property) {
      return new Ordered(plain.createContextual(context, property));
    }

    @Override
    public boolean isEmpty(SerializationContext context, Object value) {
      return plain.isEmpty(context, value);
    }

    @Override
    public void serialize(Object value, JsonGenerator json, SerializationContext context) {
      plain.serialize(ordered(value), json, context);
    }

    private static Object ordered(Object value) {
      return switch (value) {
        case SequencedMap<?, ?> map -> map;
        case SequencedCollection<?> collection -> collection;
        case Map<?, ?> map -> {
          var sorted = new TreeMap<Object, Object>(BY_TEXT);
          sorted.putAll(map);
          yield sorted;
        }
        case Collection<?> collection -> {
          var sorted = new TreeSet<Object>(BY_TEXT);
          sorted.addAll(collection);
          yield sorted;
        }
        default -> value;
      };
    }
  }
}
