package io.palmyra.contracts.account;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.value.Money;
import java.time.Instant;

/**
 * Cash came in; below 0 it went out.
 *
 * @param account whose
 * @param reference the venue's name of the booking, unique in the account
 * @param amount what came
 * @param at when the venue booked it
 */
@WireName("cash-deposited")
public record CashDeposited(AccountId account, String reference, Money amount, Instant at)
    implements AccountEvent {}
