package io.palmyra.contracts.account;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Money;
import java.time.Instant;

/**
 * Funding of a perpetual.
 *
 * @param account whose
 * @param reference the venue's name of the booking, unique in the account
 * @param instrument which
 * @param amount above 0 is paid, below is received
 * @param at when the venue booked it
 */
@WireName("funding-paid")
public record FundingPaid(
    AccountId account, String reference, InstrumentId instrument, Money amount, Instant at)
    implements AccountEvent {}
