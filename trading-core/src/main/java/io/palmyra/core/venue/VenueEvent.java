package io.palmyra.core.venue;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.fill.Liquidity;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.ExecutionId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.VenueOrderId;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import org.jspecify.annotations.Nullable;

/** What happened in an account of the venue. */
public sealed interface VenueEvent {
  /**
   * The account was opened.
   *
   * @param cash paid in
   */
  @WireName("opened")
  record Opened(Money cash) implements VenueEvent {}

  /**
   * A session logged on; older epochs are refused from then on.
   *
   * @param epoch of the session
   */
  @WireName("session")
  record LoggedOn(long epoch) implements VenueEvent {}

  /**
   * An order was taken up.
   *
   * @param venueOrderId the venue's name of it
   * @param request as it came
   */
  @WireName("accepted")
  record Accepted(VenueOrderId venueOrderId, VenueOrderRequest request) implements VenueEvent {}

  /**
   * An order was refused.
   *
   * @param request as it came
   * @param code stable
   * @param detail for people
   */
  @WireName("refused")
  record Refused(VenueOrderRequest request, String code, String detail) implements VenueEvent {}

  /**
   * The market met an order's stop price.
   *
   * @param clientOrderId which
   */
  @WireName("stop-met")
  record StopMet(ClientOrderId clientOrderId) implements VenueEvent {}

  /**
   * A trailing stop followed the market.
   *
   * @param clientOrderId which
   * @param stop where it stands now
   */
  @WireName("stop-trailed")
  record StopTrailed(ClientOrderId clientOrderId, Price stop) implements VenueEvent {}

  /**
   * An order was filled, in part or whole.
   *
   * @param clientOrderId which
   * @param venueOrderId the venue's name of it
   * @param executionId of this fill
   * @param instrument what
   * @param side of the order
   * @param lastQuantity of this fill
   * @param lastPrice of this fill
   * @param cumulativeQuantity filled so far, this included
   * @param leavesQuantity still open after it
   * @param fee charged
   * @param liquidity whether the order had waited
   * @param contract what booking it needs
   */
  @WireName("executed")
  record Executed(
      ClientOrderId clientOrderId,
      VenueOrderId venueOrderId,
      ExecutionId executionId,
      InstrumentId instrument,
      Side side,
      Quantity lastQuantity,
      Price lastPrice,
      Quantity cumulativeQuantity,
      Quantity leavesQuantity,
      Money fee,
      Liquidity liquidity,
      Contract contract)
      implements VenueEvent {}

  /**
   * A fill was taken back: position and cash are as if it had never been, its fee included. The
   * order stays as it is.
   *
   * @param clientOrderId of which order
   * @param executionId which fill
   * @param instrument what
   * @param returnedFee that was charged and is given back
   * @param reason why
   */
  @WireName("busted")
  record Busted(
      ClientOrderId clientOrderId,
      ExecutionId executionId,
      InstrumentId instrument,
      Money returnedFee,
      String reason)
      implements VenueEvent {}

  /**
   * What was open of an order is gone.
   *
   * @param clientOrderId which
   * @param reason why
   */
  @WireName("canceled")
  record Canceled(ClientOrderId clientOrderId, String reason) implements VenueEvent {}

  /**
   * An order's day ended.
   *
   * @param clientOrderId which
   */
  @WireName("expired")
  record Expired(ClientOrderId clientOrderId) implements VenueEvent {}

  /**
   * An order has new values and a new name.
   *
   * @param clientOrderId its name so far
   * @param newClientOrderId its name from now on
   * @param quantity new total
   * @param limitPrice new limit, if it has one
   * @param stopPrice new stop, if it has one
   */
  @WireName("replaced")
  record Replaced(
      ClientOrderId clientOrderId,
      ClientOrderId newClientOrderId,
      Quantity quantity,
      @Nullable Price limitPrice,
      @Nullable Price stopPrice)
      implements VenueEvent {}
}
