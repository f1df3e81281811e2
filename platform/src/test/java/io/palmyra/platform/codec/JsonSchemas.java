package io.palmyra.platform.codec;

import io.palmyra.contracts.Message;
import io.palmyra.contracts.TextValue;
import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.TextRule;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON Schema (draft 2020-12) of each message type, envelope included. */
final class JsonSchemas {
  private static final String DECIMAL = "^-?[0-9]+(\\.[0-9]{1,12})?$";
  private static final String DURATION = "^-?P(?!$)([0-9]+D)?(T([0-9]+H)?([0-9]+M)?([0-9.]+S)?)?$";

  private JsonSchemas() {}

  static Map<String, Object> of(Class<? extends Message> type) {
    WireName wire = type.getAnnotation(WireName.class);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("type", Map.of("const", wire.value()));
    fields.put(
        "version",
        object(
            "type",
            "integer",
            "minimum",
            1,
            "description",
            "Grows when a field is added whose"
                + " absence a reader must notice; now "
                + wire.version()
                + "."));
    fields.put(
        "id",
        object("type", "string", "description", "Identity of the message; a repeat has the same."));
    fields.put(
        "occurredAt", instant("When it happened, in market time where it is a market fact."));
    fields.put("recordedAt", instant("When the writer recorded it, in wall time."));
    fields.put(
        "causationId",
        object("type", "string", "description", "Id of the message that caused this one."));
    fields.put(
        "sequence",
        object(
            "type",
            "integer",
            "minimum",
            1,
            "description",
            "Place in the gapless sequence of its account on its topic."));
    fields.put("body", record(type));
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", "https://palmyra.example/schemas/" + wire.value() + ".json");
    schema.put("title", wire.value());
    schema.put("description", SourceDocs.of(type));
    schema.put("type", "object");
    schema.put("properties", fields);
    schema.put("required", List.of("type", "version", "id", "occurredAt", "recordedAt", "body"));
    return schema;
  }

  private static Map<String, Object> record(Class<?> record) {
    Map<String, Object> fields = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (RecordComponent component : record.getRecordComponents()) {
      Map<String, Object> schema = new LinkedHashMap<>(value(component.getGenericType()));
      Object kind = schema.remove("description");
      String says = SourceDocs.of(record, component.getName());
      schema.put("description", kind == null ? says : says + " (" + kind + ")");
      fields.put(component.getName(), schema);
      if (!OptionalFields.isOptional(component)) {
        required.add(component.getName());
      }
    }
    return object("type", "object", "properties", fields, "required", required);
  }

  private static Map<String, Object> value(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] of = generic.getActualTypeArguments();
      return switch (((Class<?>) generic.getRawType()).getSimpleName()) {
        case "List" -> object("type", "array", "items", value(of[0]));
        case "Set" -> object("type", "array", "uniqueItems", true, "items", value(of[0]));
        case "Map" ->
            object(
                "type",
                "object",
                "propertyNames",
                value(of[0]),
                "additionalProperties",
                value(of[1]));
        default -> throw new IllegalArgumentException("no schema of " + type);
      };
    }
    return plain((Class<?>) type);
  }

  private static Map<String, Object> plain(Class<?> type) {
    if (type.isEnum()) {
      return object(
          "type",
          "string",
          "enum",
          Arrays.stream(type.getEnumConstants()).map(Object::toString).toList());
    }
    if (type == Price.class || type == Quantity.class) {
      return object(
          "type", "string", "pattern", DECIMAL, "description", "a decimal that keeps its places");
    }
    if (type == Money.class) {
      return object(
          "type",
          "object",
          "properties",
          object(
              "amount",
              object("type", "string", "pattern", DECIMAL),
              "currency",
              object("type", "string", "pattern", "^(?:[A-Z0-9]{2,10})$")),
          "required",
          List.of("amount", "currency"));
    }
    if (TextValue.class.isAssignableFrom(type)) {
      TextRule rule = TextRules.of(type);
      return object(
          "type",
          "string",
          "pattern",
          "^(?:" + TextRules.pattern(rule) + ")$",
          "description",
          TextRules.allowed(rule));
    }
    if (type.isSealed() && type != ZoneId.class) {
      return object(
          "oneOf", Arrays.stream(type.getPermittedSubclasses()).map(JsonSchemas::variant).toList());
    }
    return type.isRecord() ? record(type) : scalar(type.getSimpleName());
  }

  /** A record that is told from its siblings by its kind. */
  private static Map<String, Object> variant(Class<?> type) {
    Map<String, Object> schema = new LinkedHashMap<>(record(type));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("kind", Map.of("const", type.getAnnotation(WireName.class).value()));
    fields.putAll(asMap(schema.get("properties")));
    List<Object> required = new ArrayList<>(List.of("kind"));
    required.addAll((List<?>) schema.get("required"));
    schema.put("description", SourceDocs.of(type));
    schema.put("properties", fields);
    schema.put("required", required);
    return schema;
  }

  private static Map<String, Object> scalar(String type) {
    return switch (type) {
      case "String" -> object("type", "string");
      case "int", "Integer", "long", "Long" -> object("type", "integer");
      case "boolean" -> object("type", "boolean");
      case "double", "Double" -> object("type", "number");
      case "Instant" -> object("type", "string", "format", "date-time");
      case "Duration" ->
          object("type", "string", "pattern", DURATION, "description", "ISO 8601, such as PT1M");
      case "LocalDate" -> object("type", "string", "format", "date");
      case "LocalTime" ->
          object("type", "string", "pattern", "^[0-2][0-9]:[0-5][0-9](:[0-5][0-9](\\.[0-9]+)?)?$");
      case "DayOfWeek" -> object("type", "string");
      case "ZoneId" -> object("type", "string", "description", "of the tz database, or Z");
      default -> throw new IllegalArgumentException("no schema of " + type);
    };
  }

  private static Map<String, Object> instant(String description) {
    return object("type", "string", "format", "date-time", "description", description);
  }

  @SuppressWarnings("unchecked") // only maps of this class come here
  private static Map<String, Object> asMap(Object map) {
    return (Map<String, Object>) map;
  }

  static Map<String, Object> object(Object... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return object;
  }
}
