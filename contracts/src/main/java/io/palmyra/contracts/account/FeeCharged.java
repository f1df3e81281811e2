package io.palmyra.contracts.account;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.value.Money;
import java.time.Instant;

/**
 * A fee apart from fills.
 *
 * @param account whose
 * @param reference the venue's name of the booking, unique in the account
 * @param amount above 0 is paid
 * @param reason what for
 * @param at when the venue booked it
 */
@WireName("fee-charged")
public record FeeCharged(
    AccountId account, String reference, Money amount, String reason, Instant at)
    implements AccountEvent {}
