package io.palmyra.core.venue.protocol;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.venue.VenueOrderRequest;
import org.jspecify.annotations.Nullable;

/** What a client sends. */
public sealed interface ClientFrame {
  /** A frame that is answered under its id. */
  sealed interface Request extends ClientFrame {
    /** Chosen by the client, unique in the session; the answer carries it. */
    long id();
  }

  /**
   * The first frame of every session.
   *
   * @param id of the request
   * @param secret shared with the venue
   * @param account whose session
   * @param epoch fencing epoch; sessions of older ones are refused from then on
   */
  @WireName("log-on")
  record LogOn(long id, String secret, AccountId account, long epoch) implements Request {}

  /**
   * Take this order up.
   *
   * @param id of the request
   * @param order what is asked for
   */
  @WireName("submit")
  record Submit(long id, VenueOrderRequest order) implements Request {}

  /**
   * Cancel what is open of an order.
   *
   * @param id of the request
   * @param clientOrderId which
   * @param reason why
   */
  @WireName("cancel")
  record Cancel(long id, ClientOrderId clientOrderId, String reason) implements Request {}

  /**
   * Give a working order new values.
   *
   * @param id of the request
   * @param clientOrderId which
   * @param newClientOrderId its name from then on
   * @param quantity new total, null to keep
   * @param limitPrice new limit, null to keep
   * @param stopPrice new stop, null to keep
   */
  @WireName("replace")
  record Replace(
      long id,
      ClientOrderId clientOrderId,
      ClientOrderId newClientOrderId,
      @Nullable Quantity quantity,
      @Nullable Price limitPrice,
      @Nullable Price stopPrice)
      implements Request {}

  /**
   * How does an order stand?
   *
   * @param id of the request
   * @param clientOrderId which
   */
  @WireName("query-order")
  record QueryOrder(long id, ClientOrderId clientOrderId) implements Request {}

  /**
   * Which orders work?
   *
   * @param id of the request
   */
  @WireName("open-orders")
  record OpenOrders(long id) implements Request {}

  /**
   * Which fills came after a sequence?
   *
   * @param id of the request
   * @param sequence of the last record known
   */
  @WireName("fills-since")
  record FillsSince(long id, long sequence) implements Request {}

  /**
   * What is held?
   *
   * @param id of the request
   */
  @WireName("positions")
  record Positions(long id) implements Request {}

  /**
   * What cash is there?
   *
   * @param id of the request
   */
  @WireName("cash")
  record Cash(long id) implements Request {}

  /** I am here. */
  @WireName("heartbeat")
  record Heartbeat() implements ClientFrame {}
}
