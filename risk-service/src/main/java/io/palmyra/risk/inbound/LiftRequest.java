package io.palmyra.risk.inbound;

import io.palmyra.contracts.control.HaltScope;
import io.palmyra.platform.web.Problems;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A halt to be lifted.
 *
 * @param halt its key, scope/haltId
 * @param reason why, 1 to 500 characters
 */
record LiftRequest(
    @NotBlank @Size(max = 120) String halt, @NotBlank @Size(max = 500) String reason) {

  HaltScope scope() {
    try {
      return new HaltScope(halt.substring(0, Math.max(0, halt.lastIndexOf('/'))));
    } catch (IllegalArgumentException e) {
      throw Problems.invalid("halt", halt, "scope/haltId of a halt");
    }
  }
}
