package io.palmyra.portfolio.outbound;

import io.palmyra.core.portfolio.Balances;
import io.palmyra.core.portfolio.Position;
import io.palmyra.platform.codec.ContractsModule;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Positions and balances as they stand in the database. Fields are only ever added. */
final class BooksJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new ContractsModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private BooksJson() {}

  static String of(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  static Position position(String json) {
    return MAPPER.readValue(json, Position.class);
  }

  static Balances balances(String json) {
    return MAPPER.readValue(json, Balances.class);
  }
}
