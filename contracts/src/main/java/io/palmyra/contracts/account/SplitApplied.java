package io.palmyra.contracts.account;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Quantity;
import java.time.Instant;

/**
 * A split: every old unit became new ones.
 *
 * @param account whose
 * @param reference the venue's name of the booking, unique in the account
 * @param instrument which
 * @param newUnits for every old unit, above 0
 * @param at when the venue booked it
 */
@WireName("split-applied")
public record SplitApplied(
    AccountId account, String reference, InstrumentId instrument, Quantity newUnits, Instant at)
    implements AccountEvent {}
