package io.palmyra.contracts.account;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Money;
import java.time.Instant;

/**
 * A dividend.
 *
 * @param account whose
 * @param reference the venue's name of the booking, unique in the account
 * @param instrument which
 * @param amount received; below 0 was owed
 * @param at when the venue booked it
 */
@WireName("dividend-paid")
public record DividendPaid(
    AccountId account, String reference, InstrumentId instrument, Money amount, Instant at)
    implements AccountEvent {}
