package io.palmyra.risk.application;

import io.palmyra.contracts.orderevent.AccountHaltRequested;
import io.palmyra.contracts.orderevent.OrderEvent;
import io.palmyra.contracts.orderevent.OrderEventMessage;

/** Takes what happened to orders as exposure. Called by the lane's thread. */
public final class FollowOrders {
  private static final String CORRECTION = "FILL_CORRECTION";

  private final AccountBooks books;

  /** Follows the orders of these books. */
  public FollowOrders(AccountBooks books) {
    this.books = books;
  }

  /** Applies one message. */
  public void on(OrderEventMessage message) {
    switch (message) {
      case AccountHaltRequested asked ->
          books.want(new WantedHalt(asked.account(), asked.code(), asked.detail(), asked.at()));
      case OrderEvent event ->
          books
              .of(event.account())
              .state()
              .evolve(event)
              .ifPresent(
                  why -> books.want(new WantedHalt(event.account(), CORRECTION, why, event.at())));
    }
  }
}
