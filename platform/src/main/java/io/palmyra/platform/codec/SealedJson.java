package io.palmyra.platform.codec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.palmyra.contracts.WireName;
import java.util.Arrays;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/**
 * JSON of sealed types: each alternative stands under its {@link WireName} in the field {@code
 * type}. For what does not travel on topics: a venue's protocol, a journal file.
 */
public final class SealedJson {
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  private interface ByType {}

  private SealedJson() {}

  /** A mapper that knows these sealed types, and all value types of the contracts. */
  public static JsonMapper knowing(Class<?>... sealed) {
    JsonMapper.Builder builder =
        JsonMapper.builder()
            .addModule(new ContractsModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .changeDefaultPropertyInclusion(
                inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL));
    for (Class<?> root : sealed) {
      builder.addMixIn(root, ByType.class);
      leaves(root)
          .forEach(
              leaf ->
                  builder.registerSubtypes(
                      new NamedType(leaf, leaf.getAnnotation(WireName.class).value())));
    }
    return builder.build();
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(SealedJson::leaves)
        : Stream.of(type);
  }
}
