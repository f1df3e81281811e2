package io.palmyra.execution.outbound.simulated;

import io.palmyra.contracts.account.CashDeposited;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.core.venue.VenueOrder;
import io.palmyra.core.venue.VenueOrderRequest;
import io.palmyra.core.venue.VenueRecord;
import io.palmyra.execution.application.VenueNotice;
import io.palmyra.execution.application.VenueOrderReport;
import java.util.Optional;

/** Lets simulations of the venue speak as its adapter does. */
public final class VenueWords {
  private VenueWords() {}

  public static Optional<VenueNotice> notice(VenueRecord record) {
    return Notices.of(record);
  }

  public static VenueNotice.OfFill ofFill(VenueRecord record) {
    return Notices.ofFill(record);
  }

  public static VenueOrderRequest request(SubmitOrder order) {
    return Notices.request(order);
  }

  public static Optional<CashDeposited> deposit(VenueRecord record) {
    return Notices.deposit(record);
  }

  public static VenueOrderReport report(VenueOrder order) {
    return Notices.report(order);
  }
}
