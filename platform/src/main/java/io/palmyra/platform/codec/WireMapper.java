package io.palmyra.platform.codec;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** The mapper of the wire: strict in types, lenient towards fields of the future, bounded. */
final class WireMapper {
  private static final int MAX_DEPTH = 32;
  private static final int MAX_TOKENS = 200_000;
  private static final int MAX_NAME_CHARACTERS = 256;
  private static final int MAX_NUMBER_CHARACTERS = 64;

  private WireMapper() {}

  static JsonMapper create() {
    var constraints =
        StreamReadConstraints.builder()
            .maxDocumentLength(MessageCodec.MAX_BYTES)
            .maxNestingDepth(MAX_DEPTH)
            .maxTokenCount(MAX_TOKENS)
            .maxNameLength(MAX_NAME_CHARACTERS)
            .maxNumberLength(MAX_NUMBER_CHARACTERS)
            .maxStringLength(MessageCodec.MAX_BYTES)
            .build();
    return JsonMapper.builder(JsonFactory.builder().streamReadConstraints(constraints).build())
        .addModule(new ContractsModule())
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        // The envelope goes on after its body; its reader checks that nothing follows the envelope.
        .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(
            MapperFeature.ALLOW_COERCION_OF_SCALARS, MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .changeDefaultPropertyInclusion(
            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
        .build();
  }
}
