package io.palmyra.core.venue;

import io.palmyra.contracts.id.AccountId;
import java.time.Instant;

/**
 * One line of the venue's journal.
 *
 * @param account whose
 * @param sequence place in the account, gapless from 1
 * @param at venue time
 * @param event what happened
 */
public record VenueRecord(AccountId account, long sequence, Instant at, VenueEvent event) {}
