package io.palmyra.core.portfolio;

import io.palmyra.contracts.fill.FillAmended;
import io.palmyra.contracts.fill.FillRecorded;
import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import java.time.Instant;

/** What changes a position, as it holds now: amendments already in it. */
public sealed interface PositionEntry {
  /**
   * A fill.
   *
   * @param fillId which
   * @param side of the order
   * @param quantity above 0; 0 when the fill was taken back
   * @param price of a unit
   * @param fee paid; below 0 is a rebate
   * @param at when the venue filled it
   */
  record Filled(FillId fillId, Side side, Quantity quantity, Price price, Money fee, Instant at)
      implements PositionEntry {
    /** A fill as it was recorded. */
    public static Filled of(FillRecorded fill) {
      return new Filled(
          fill.fillId(),
          fill.side(),
          fill.lastQuantity(),
          fill.lastPrice(),
          fill.fee(),
          fill.venueTime());
    }

    /** The fill as the venue has it now; its place in time stays. */
    public Filled amendedBy(FillAmended amendment) {
      return new Filled(fillId, side, amendment.quantity(), amendment.price(), amendment.fee(), at);
    }
  }

  /**
   * Each old unit became new ones.
   *
   * @param newUnits above 0
   */
  record Split(Quantity newUnits) implements PositionEntry {}

  /**
   * Funding or a swap.
   *
   * @param amount above 0 is paid
   */
  record Cost(Money amount) implements PositionEntry {}

  /**
   * A dividend.
   *
   * @param amount above 0 is received
   */
  record Income(Money amount) implements PositionEntry {}
}
