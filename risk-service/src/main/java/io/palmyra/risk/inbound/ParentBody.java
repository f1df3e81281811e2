package io.palmyra.risk.inbound;

import io.palmyra.contracts.decision.OrderDraft;
import io.palmyra.core.risk.parent.Parent;
import io.palmyra.core.risk.parent.Plan;
import io.palmyra.risk.application.ParentLog;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order that is worked off in children.
 *
 * @param clientOrderId its name, which its children tell as their parent
 * @param signalId what it came from
 * @param account whose
 * @param source who proposed it
 * @param instrument what
 * @param side BUY or SELL
 * @param type MARKET or LIMIT, the same for each child
 * @param quantity of it all
 * @param limitPrice of a LIMIT
 * @param displayQuantity of an iceberg
 * @param slices of a TWAP or VWAP: when children are due, in market time, and how large they are
 * @param ends when no more children go, in market time; absent for an iceberg
 * @param filled by its children
 * @param working how many of them are open
 * @param released how many went
 * @param withheld code for which the next one is held back now
 * @param stopping why no more go; FILLED is told by {@code ended} alone
 * @param ended whether it is over
 */
record ParentBody(
    String clientOrderId,
    String signalId,
    String account,
    String source,
    String instrument,
    String side,
    String type,
    String quantity,
    @Nullable String limitPrice,
    @Nullable String displayQuantity,
    @Nullable List<Slice> slices,
    @Nullable Instant ends,
    String filled,
    int working,
    int released,
    @Nullable String withheld,
    @Nullable String stopping,
    boolean ended) {

  /**
   * A child of the plan.
   *
   * @param at market time
   * @param quantity of it
   */
  record Slice(Instant at, String quantity) {}

  static ParentBody of(ParentLog.OfAccount stored) {
    Parent parent = stored.parent();
    OrderDraft draft = parent.draft();
    return new ParentBody(
        parent.id().value(),
        parent.signalId().value(),
        stored.account().value(),
        parent.source().value(),
        draft.instrument().value(),
        draft.side().name(),
        draft.type().name(),
        draft.quantity().toString(),
        draft.limitPrice() == null ? null : draft.limitPrice().toString(),
        parent.plan() instanceof Plan.Shown shown ? shown.display().toString() : null,
        parent.plan() instanceof Plan.Timed timed ? slices(timed) : null,
        parent.plan().ends(),
        parent.filled().toString(),
        parent.working(),
        parent.released(),
        parent.withheld(),
        parent.stopping(),
        parent.ended());
  }

  private static List<Slice> slices(Plan.Timed timed) {
    return timed.slices().stream()
        .map(slice -> new Slice(slice.at(), slice.quantity().toString()))
        .toList();
  }
}
