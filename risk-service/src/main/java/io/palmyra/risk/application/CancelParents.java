package io.palmyra.risk.application;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.signal.CancelRequested;
import io.palmyra.core.risk.parent.Parent;
import io.palmyra.platform.lane.Lane;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Cancels orders that are worked off in children: no more go, and those that are open end. */
public final class CancelParents {
  private static final Duration VALID_FOR = Duration.ofSeconds(10);

  private final DecideSignals decide;
  private final RiskViews views;
  private final Supplier<Lane> lane;

  /**
   * @param lane in which accounts are decided for; asked for once it is there
   */
  public CancelParents(DecideSignals decide, RiskViews views, Supplier<Lane> lane) {
    this.decide = decide;
    this.views = views;
    this.lane = lane;
  }

  /**
   * Cancels a parent.
   *
   * @param who wants it
   * @return once it is durable, whether there was something to cancel; exceptionally if the account
   *     is not this instance's or the database can't be used
   */
  public CompletableFuture<Boolean> cancel(AccountId account, Parent parent, String who) {
    return lane.get()
        .submit(
            account,
            transaction ->
                decide
                    .cancelParent(request(account, parent, who))
                    .map(
                        made -> {
                          made.publishTo(transaction);
                          return true;
                        })
                    .orElse(false));
  }

  private CancelRequested request(AccountId account, Parent parent, String who) {
    var source = new SignalSource("person:" + who);
    Instant now = views.marketTime();
    return new CancelRequested(
        SignalId.of(source, account, "cancel/" + parent.id().value() + "/" + now),
        account,
        source,
        parent.draft().instrument(),
        parent.id(),
        now.plus(VALID_FOR),
        List.of());
  }
}
