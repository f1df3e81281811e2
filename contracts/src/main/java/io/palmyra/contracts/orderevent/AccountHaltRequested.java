package io.palmyra.contracts.orderevent;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.AccountId;
import java.time.Instant;

/**
 * Execution cannot answer for the account and stays unarmed until risk has halted it and a person
 * has looked.
 *
 * @param account which
 * @param code stable, such as SEQUENCE_GAP, RECONCILIATION, CONTROL_STALE, POISON
 * @param detail for people
 * @param at when, in wall time
 */
@WireName("account-halt-requested")
public record AccountHaltRequested(AccountId account, String code, String detail, Instant at)
    implements OrderEventMessage {}
