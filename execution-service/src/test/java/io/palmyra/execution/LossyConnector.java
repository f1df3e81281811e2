package io.palmyra.execution;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.execution.application.VenueConnector;
import io.palmyra.execution.application.VenueListener;
import io.palmyra.execution.application.VenueNotice;
import io.palmyra.execution.application.VenueSession;
import java.io.IOException;
import java.util.function.Predicate;

/** A way to a real venue on which chosen notices get lost while the session lives. */
final class LossyConnector implements VenueConnector {
  private final VenueConnector real;
  private final Predicate<VenueNotice> loses;

  LossyConnector(VenueConnector real, Predicate<VenueNotice> loses) {
    this.real = real;
    this.loses = loses;
  }

  @Override
  public VenueSession connect(AccountId account, long epoch, VenueListener listener)
      throws IOException {
    return real.connect(
        account,
        epoch,
        new VenueListener() {
          @Override
          public void on(VenueNotice notice) {
            if (!loses.test(notice)) {
              listener.on(notice);
            }
          }

          @Override
          public void disconnected(String cause) {
            listener.disconnected(cause);
          }
        });
  }
}
