package io.palmyra.core.risk;

import io.palmyra.contracts.value.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * How a decision is asked for.
 *
 * @param authorisedByHalt key of the halt in whose name it is decided, null for none
 * @param most what an exit closes at most, null for all that is held
 */
record Mandate(@Nullable String authorisedByHalt, @Nullable Quantity most) {
  /** In nobody's name, for all. */
  static final Mandate PLAIN = new Mandate(null, null);
}
