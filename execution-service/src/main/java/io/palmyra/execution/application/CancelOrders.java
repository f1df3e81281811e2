package io.palmyra.execution.application;

import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.execution.application.OrderViews.OrderView;
import io.palmyra.platform.lane.NotOwnerException;
import io.palmyra.platform.web.Problems;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A person's cancel: straight to the sender, past every queue of orders. */
public final class CancelOrders {
  private static final long PATIENCE_SECONDS = 3;

  private final VenueAccounts accounts;

  /**
   * @param accounts of this instance
   */
  public CancelOrders(VenueAccounts accounts) {
    this.accounts = accounts;
  }

  /** Sets the cancel under way. */
  public void cancel(OrderView order, String who) {
    try {
      accounts
          .cancel(order.account(), new ClientOrderId(order.clientOrderId()), "person " + who)
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problems.unavailable("interrupted");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof NotOwnerException
          ? Problems.unavailable("another instance owns account " + order.account())
          : Problems.unavailable("the cancel was not taken: " + e.getCause());
    } catch (TimeoutException e) {
      throw Problems.unavailable("the cancel was not taken in time");
    }
  }
}
