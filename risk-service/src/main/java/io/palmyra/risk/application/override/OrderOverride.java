package io.palmyra.risk.application.override;

import io.palmyra.contracts.decision.CheckOverride;
import io.palmyra.contracts.decision.OrderDraft;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.signal.OrderRequested;
import io.palmyra.core.risk.DenialCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order that is to be let through one check, and what became of it.
 *
 * @param id made for it
 * @param account for which
 * @param signalId under which it is decided
 * @param source who proposed it, as risk counts it
 * @param draft the order that is meant, and no other
 * @param check that it may fail
 * @param proposedBy who wants it
 * @param proposedAt when
 * @param reason why
 * @param expiresAt after which nobody can approve it, in wall time
 * @param state where it stands
 * @param decidedBy who approved or refused it, null until then
 * @param decidedAt when, null until then
 * @param outcome of an approved one: ACCEPTED, or the code of the check that denied it all the
 *     same; null otherwise
 */
public record OrderOverride(
    String id,
    AccountId account,
    SignalId signalId,
    SignalSource source,
    OrderDraft draft,
    DenialCode check,
    String proposedBy,
    Instant proposedAt,
    String reason,
    Instant expiresAt,
    State state,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt,
    @Nullable String outcome) {

  /** Where one stands. */
  public enum State {
    /** It waits for a second person. */
    PROPOSED,
    /** A second person agreed, and risk has decided. */
    APPROVED,
    /** A person, maybe the same one, does not want it. */
    REFUSED
  }

  boolean waits() {
    return state == State.PROPOSED;
  }

  /** What risk is told once a second person agrees. */
  CheckOverride approvedBy(String who) {
    return new CheckOverride(id, check.name(), proposedBy, who);
  }

  /** The order as it is to be decided until then. */
  OrderRequested requested(Instant validUntil) {
    return new OrderRequested(
        signalId,
        account,
        source,
        draft.instrument(),
        draft.side(),
        draft.type(),
        draft.quantity(),
        draft.limitPrice(),
        draft.stopPrice(),
        draft.trailingOffset(),
        draft.timeInForce(),
        draft.reduceOnly(),
        null,
        null,
        validUntil,
        List.of());
  }

  OrderOverride decided(State end, String who, Instant at, @Nullable String result) {
    return new OrderOverride(
        id,
        account,
        signalId,
        source,
        draft,
        check,
        proposedBy,
        proposedAt,
        reason,
        expiresAt,
        end,
        who,
        at,
        result);
  }
}
