package io.palmyra.core.risk;

import io.palmyra.contracts.decision.CheckOverride;
import io.palmyra.contracts.value.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * How a decision is asked for.
 *
 * @param authorisedByHalt key of the halt in whose name it is decided, null for none
 * @param most what an exit closes at most, null for all that is held
 * @param override one check that an order may fail, null for none
 */
record Mandate(
    @Nullable String authorisedByHalt, @Nullable Quantity most, @Nullable CheckOverride override) {
  /** In nobody's name, for all. */
  static final Mandate PLAIN = new Mandate(null, null, null);

  static Mandate closing(@Nullable String authorisedByHalt, @Nullable Quantity most) {
    return new Mandate(authorisedByHalt, most, null);
  }

  static Mandate overridden(CheckOverride override) {
    return new Mandate(null, null, override);
  }
}
