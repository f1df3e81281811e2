package io.palmyra.risk.inbound;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Why an override is approved or refused.
 *
 * @param reason 1 to 500 characters
 */
record OverrideDecisionRequest(@NotBlank @Size(max = 500) String reason) {}
