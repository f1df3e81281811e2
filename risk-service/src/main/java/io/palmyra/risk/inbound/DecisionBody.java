package io.palmyra.risk.inbound;

import io.palmyra.risk.application.DecisionLog;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was decided, as people see it; the whole of it stands on its topic.
 *
 * @param decisionId the same as the signal's
 * @param account whose
 * @param signalId of which signal
 * @param source who proposed
 * @param instrument what
 * @param side of the order
 * @param quantity of the order
 * @param outcome ACCEPTED or DENIED
 * @param code why it was denied
 * @param reason the same for people
 * @param clientOrderId order made, canceled or replaced
 * @param decidedAt market time
 */
record DecisionBody(
    String decisionId,
    String account,
    String signalId,
    String source,
    String instrument,
    @Nullable String side,
    @Nullable String quantity,
    String outcome,
    @Nullable String code,
    @Nullable String reason,
    @Nullable String clientOrderId,
    Instant decidedAt) {

  static DecisionBody of(DecisionLog.Entry entry) {
    return new DecisionBody(
        entry.signalId(),
        entry.account(),
        entry.signalId(),
        entry.source(),
        entry.instrument(),
        entry.side(),
        entry.quantity(),
        entry.accepted() ? "ACCEPTED" : "DENIED",
        entry.code(),
        entry.detail(),
        entry.clientOrderId(),
        entry.decidedAt());
  }
}
