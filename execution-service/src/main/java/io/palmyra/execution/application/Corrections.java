package io.palmyra.execution.application;

import io.palmyra.contracts.fill.FillAmended;
import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.orderevent.FillCorrected;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.platform.lane.LaneTransaction;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills that the venue takes back or changes. Used by the lane's thread only. */
final class Corrections {
  private static final Logger LOG = LoggerFactory.getLogger(Corrections.class);

  private final AccountIdentity identity;
  private final OrderMemory memory;
  private final OrderMoves moves;
  private final Clocks clocks;

  Corrections(AccountIdentity identity, OrderMemory memory, OrderMoves moves, Clocks clocks) {
    this.identity = identity;
    this.memory = memory;
    this.moves = moves;
    this.clocks = clocks;
  }

  /**
   * Takes a change of a fill over, once. One of a fill that is not in the journal is left: where
   * the books are compared both are found, in their order.
   *
   * @return whether anything changed by it
   */
  boolean take(VenueNotice.Corrected told, LaneTransaction tx) {
    FillId id = identity.fillId(told);
    Optional<Journal.StandingFill> found = memory.standing(id);
    if (found.isEmpty()) {
      LOG.warn("a fill that is not known was changed account={} fill={}", identity.account(), id);
      return false;
    }
    Journal.StandingFill fill = found.get();
    Price price = told.price() == null ? fill.price() : told.price();
    Money fee = told.fee() == null ? fill.fee() : told.fee();
    if (fill.quantity().compareTo(told.quantity()) == 0
        && fill.price().compareTo(price) == 0
        && fill.fee().equals(fee)) {
      return false;
    }
    Instant now = clocks.instant();
    var amended =
        new FillAmended(
            id,
            identity.account(),
            fill.instrument(),
            told.quantity(),
            price,
            fee,
            told.venueTime());
    memory.corrected(amended);
    moves.publish(
        tx,
        new FillCorrected(
            told.clientOrderId(),
            identity.account(),
            fill.instrument(),
            now,
            id,
            told.quantity(),
            price,
            fee),
        now);
    tx.publish(Topic.FILLS, identity.account(), amended, told.venueTime());
    LOG.warn(
        "fill changed by the venue account={} order={} fill={} old={} new={}",
        identity.account(),
        told.clientOrderId(),
        id,
        fill.quantity(),
        told.quantity());
    return true;
  }
}
