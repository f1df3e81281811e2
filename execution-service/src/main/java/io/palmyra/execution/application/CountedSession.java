package io.palmyra.execution.application;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.order.ReplaceOrder;
import io.palmyra.contracts.order.SubmitOrder;
import java.io.IOException;

/** A session of an adapter, with what leaves over it counted before it leaves. */
final class CountedSession extends PassedOnSession {
  private final AccountId account;
  private final SentCount count;

  CountedSession(AccountId account, VenueSession session, SentCount count) {
    super(session);
    this.account = account;
    this.count = count;
  }

  @Override
  public void submit(SubmitOrder order) throws IOException {
    count.leaves(account, order.clientOrderId());
    super.submit(order);
  }

  @Override
  public void replace(ReplaceOrder replacement) throws IOException {
    count.leaves(account, replacement.newClientOrderId());
    super.replace(replacement);
  }
}
