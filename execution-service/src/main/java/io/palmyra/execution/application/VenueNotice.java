package io.palmyra.execution.application;

import io.palmyra.contracts.fill.Liquidity;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.ExecutionId;
import io.palmyra.contracts.id.VenueOrderId;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a venue tells of an order. */
public sealed interface VenueNotice {
  /** Which order. */
  ClientOrderId clientOrderId();

  /** Place in the account's sequence at the venue, 0 where there is none. */
  long sequence();

  /** The venue took the order up. */
  record Accepted(ClientOrderId clientOrderId, long sequence, VenueOrderId venueOrderId)
      implements VenueNotice {}

  /** The venue refused the order. */
  record Rejected(ClientOrderId clientOrderId, long sequence, String code, String detail)
      implements VenueNotice {}

  /** What the venue tells of a fill. */
  sealed interface OfFill extends VenueNotice permits Filled, Corrected {
    /** The venue's name of the fill. */
    ExecutionId executionId();

    /** When it happened there. */
    Instant venueTime();
  }

  /** The venue filled some of the order. */
  record Filled(
      ClientOrderId clientOrderId,
      long sequence,
      VenueOrderId venueOrderId,
      ExecutionId executionId,
      Quantity lastQuantity,
      Price lastPrice,
      Money fee,
      Liquidity liquidity,
      Instant venueTime)
      implements OfFill {}

  /**
   * The venue took a fill back (a bust), or changed it. The order stays as it is.
   *
   * @param quantity what holds now; 0 for a bust
   * @param price what holds now, null if it is as it was
   * @param fee what holds now, null if it is as it was
   */
  record Corrected(
      ClientOrderId clientOrderId,
      long sequence,
      ExecutionId executionId,
      Quantity quantity,
      @Nullable Price price,
      @Nullable Money fee,
      Instant venueTime)
      implements OfFill {}

  /** The venue canceled what was open. */
  record Canceled(ClientOrderId clientOrderId, long sequence, String reason)
      implements VenueNotice {}

  /** The venue would not cancel. */
  record CancelRejected(ClientOrderId clientOrderId, long sequence, String code, String detail)
      implements VenueNotice {}

  /** The order has new values and a new name. */
  record Replaced(
      ClientOrderId clientOrderId,
      long sequence,
      ClientOrderId newClientOrderId,
      Quantity quantity,
      @Nullable Price limitPrice,
      @Nullable Price stopPrice)
      implements VenueNotice {}

  /** The venue kept the old values. */
  record ReplaceRejected(ClientOrderId clientOrderId, long sequence, String code, String detail)
      implements VenueNotice {}

  /** The order's time in force ended. */
  record Expired(ClientOrderId clientOrderId, long sequence) implements VenueNotice {}
}
