package io.palmyra.strategy.inbound;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What shall change of an instance.
 *
 * @param parameters those that change, each as text
 * @param capital in the account's currency, null to keep it
 */
record TuneRequest(@Nullable Map<String, String> parameters, @Nullable String capital) {
  Map<String, String> changes() {
    return parameters == null ? Map.of() : parameters;
  }
}
