package io.palmyra.execution.application;

import io.palmyra.contracts.id.AccountId;
import java.io.IOException;

/** Opens sessions to one venue. */
public interface VenueConnector {
  /**
   * Opens a session and logs on; the venue refuses sessions of older epochs from then on, and no
   * request of an earlier session of the account can reach it any more.
   *
   * @param listener hears of what the venue tells, on the session's own thread
   * @throws IOException if there is no session
   */
  VenueSession connect(AccountId account, long epoch, VenueListener listener) throws IOException;
}
