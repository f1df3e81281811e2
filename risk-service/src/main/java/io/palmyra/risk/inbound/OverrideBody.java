package io.palmyra.risk.inbound;

import io.palmyra.risk.application.override.OrderOverride;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order that is to be let through one check, and what became of it.
 *
 * @param id to approve or refuse it by
 * @param account for which
 * @param signalId under which its decision stands on {@code decisions}
 * @param clientOrderId of the order
 * @param instrument what
 * @param side BUY or SELL
 * @param type how it meets the market
 * @param quantity above 0
 * @param limitPrice of LIMIT and STOP_LIMIT
 * @param stopPrice of STOP and STOP_LIMIT
 * @param timeInForce how long it works
 * @param check that it may fail
 * @param proposedBy who wants it
 * @param proposedAt when
 * @param reason why
 * @param expiresAt after which nobody can approve it
 * @param state PROPOSED, APPROVED or REFUSED; one that waits and has expired stays PROPOSED
 * @param decidedBy who approved or refused it
 * @param decidedAt when
 * @param outcome of an approved one: ACCEPTED, or the check that denied it all the same
 */
record OverrideBody(
    String id,
    String account,
    String signalId,
    String clientOrderId,
    String instrument,
    String side,
    String type,
    String quantity,
    @Nullable String limitPrice,
    @Nullable String stopPrice,
    String timeInForce,
    String check,
    String proposedBy,
    Instant proposedAt,
    String reason,
    Instant expiresAt,
    String state,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt,
    @Nullable String outcome) {

  static OverrideBody of(OrderOverride override) {
    var draft = override.draft();
    return new OverrideBody(
        override.id(),
        override.account().value(),
        override.signalId().value(),
        draft.clientOrderId().value(),
        draft.instrument().value(),
        draft.side().name(),
        draft.type().name(),
        draft.quantity().toString(),
        text(draft.limitPrice()),
        text(draft.stopPrice()),
        draft.timeInForce().name(),
        override.check().name(),
        override.proposedBy(),
        override.proposedAt(),
        override.reason(),
        override.expiresAt(),
        override.state().name(),
        override.decidedBy(),
        override.decidedAt(),
        override.outcome());
  }

  private static @Nullable String text(@Nullable Object number) {
    return number == null ? null : number.toString();
  }
}
