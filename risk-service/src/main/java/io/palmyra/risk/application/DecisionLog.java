package io.palmyra.risk.application;

import io.palmyra.contracts.id.AccountId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was decided lately, for people. */
@FunctionalInterface
public interface DecisionLog {
  /** Decisions of these accounts, at least one, newest first. */
  List<Entry> latest(Collection<AccountId> accounts, int limit);

  /**
   * One decision.
   *
   * @param account whose
   * @param signalId of which signal
   * @param source who proposed
   * @param instrument what
   * @param decidedAt market time
   * @param accepted whether it became something
   * @param code why not, null if it did
   * @param detail the same for people
   * @param clientOrderId order made, canceled or replaced
   * @param side of the order
   * @param quantity of the order
   */
  record Entry(
      String account,
      String signalId,
      String source,
      String instrument,
      Instant decidedAt,
      boolean accepted,
      @Nullable String code,
      @Nullable String detail,
      @Nullable String clientOrderId,
      @Nullable String side,
      @Nullable String quantity) {}
}
