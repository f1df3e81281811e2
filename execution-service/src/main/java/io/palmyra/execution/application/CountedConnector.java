package io.palmyra.execution.application;

import io.palmyra.contracts.id.AccountId;
import java.io.IOException;

/** Counts what leaves over an adapter. */
public final class CountedConnector implements VenueConnector {
  private final VenueConnector adapter;
  private final SentCount count;

  /** Counts what leaves over this one. */
  public CountedConnector(VenueConnector adapter, SentCount count) {
    this.adapter = adapter;
    this.count = count;
  }

  @Override
  public VenueSession connect(AccountId account, long epoch, VenueListener listener)
      throws IOException {
    return new CountedSession(account, adapter.connect(account, epoch, listener), count);
  }
}
