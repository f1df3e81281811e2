package io.palmyra.platform.settings;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.VenueId;
import io.palmyra.contracts.value.Currency;
import jakarta.validation.constraints.NotNull;

/**
 * An account that this suite trades.
 *
 * @param id the account, 1 to 32 of a-z, 0-9 and hyphen
 * @param baseCurrency what its equity and limits are counted in
 * @param venue where its orders go; SIMULATED for paper
 */
public record AccountSettings(
    @NotNull AccountId id, @NotNull Currency baseCurrency, @NotNull VenueId venue) {}
