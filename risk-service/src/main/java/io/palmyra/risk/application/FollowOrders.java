package io.palmyra.risk.application;

import io.palmyra.contracts.control.HaltScope;
import io.palmyra.contracts.orderevent.AccountHaltRequested;
import io.palmyra.contracts.orderevent.OrderEvent;
import io.palmyra.contracts.orderevent.OrderEventMessage;
import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.risk.AccountLimits;
import io.palmyra.core.risk.FlowLimits;
import io.palmyra.core.risk.RiskState;
import io.palmyra.risk.application.control.WantedHalt;
import io.palmyra.risk.application.limits.CurrentLimits;

/** Takes what happened to orders as exposure. Called by the lane's thread. */
public final class FollowOrders {
  private static final String CORRECTION = "FILL_CORRECTION";
  private static final String REPEATED = "REPEATED_EXECUTION";
  private static final String STRATEGY = "strategy:";

  private final AccountBooks books;
  private final CurrentLimits limits;
  private final ProtectPositions protection;
  private final HoldBrackets holding;
  private final RoundTrips trips;

  /**
   * Follows the orders of these books, within these limits, and tells protection and trips of
   * fills.
   */
  public FollowOrders(
      AccountBooks books,
      CurrentLimits limits,
      ProtectPositions protection,
      HoldBrackets holding,
      RoundTrips trips) {
    this.books = books;
    this.limits = limits;
    this.protection = protection;
    this.holding = holding;
    this.trips = trips;
  }

  /** Applies one message. */
  public void on(OrderEventMessage message) {
    switch (message) {
      case AccountHaltRequested asked ->
          books.want(WantedHalt.of(asked.account(), asked.code(), asked.detail(), asked.at()));
      case OrderEvent event -> on(event);
    }
  }

  private void on(OrderEvent event) {
    RiskState state = books.of(event.account()).state();
    Quantity before = state.position(event.instrument());
    state
        .evolve(event)
        .ifPresent(why -> books.want(WantedHalt.of(event.account(), CORRECTION, why, event.at())));
    Quantity after = state.position(event.instrument());
    if (before.compareTo(after) != 0) {
      protection.moved(event, before, after);
    }
    if (event instanceof OrderFilled filled) {
      Quantity by = after.minus(before).abs();
      if (by.signum() > 0) {
        holding.moved(filled, by);
        trips.moved(filled, by, state.currency());
      }
      stopsRepeating(filled, state);
    }
  }

  /** A strategy whose orders fill again and again in one direction is halted by its name. */
  private void stopsRepeating(OrderFilled filled, RiskState state) {
    AccountLimits allowed = limits.of(filled.account());
    if (allowed == null || !filled.source().value().startsWith(STRATEGY)) {
      return;
    }
    FlowLimits flow = allowed.of(filled.instrument(), filled.at()).flow();
    flow.repeated(state.begunWithin(flow.repeatWindow(), filled))
        .ifPresent(
            why ->
                books.want(
                    new WantedHalt(
                        filled.account(),
                        new HaltScope(filled.source().value()),
                        REPEATED,
                        filled.side() + " " + filled.instrument() + ": " + why,
                        filled.at(),
                        false)));
  }
}
