package io.palmyra.risk.inbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.portfolio.PortfolioUpdated;
import io.palmyra.platform.lane.Lane;
import io.palmyra.platform.lane.LaneCommand;
import io.palmyra.platform.lane.NotOwnerException;
import io.palmyra.platform.lane.Urgency;
import io.palmyra.platform.stream.StreamListener;
import io.palmyra.platform.stream.StreamRecord;
import io.palmyra.risk.application.TierHalts;
import io.palmyra.risk.application.WatchTiers;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries valuations into the lane, and tiers out to control. */
final class TierLane implements StreamListener {
  private static final Logger LOG = LoggerFactory.getLogger(TierLane.class);

  private final WatchTiers watch;
  private final TierHalts halts;
  private final Supplier<Lane> lane;

  /**
   * @param lane in which states are changed; asked for once it is there
   */
  TierLane(WatchTiers watch, TierHalts halts, Supplier<Lane> lane) {
    this.watch = watch;
    this.halts = halts;
    this.lane = lane;
  }

  WatchTiers watch() {
    return watch;
  }

  @Override
  public void on(StreamRecord record) {
    if (record.envelope().body() instanceof PortfolioUpdated books) {
      apply(
          books.account(),
          _ -> {
            watch.on(books);
            return true;
          });
    }
  }

  /** After each turn of the lane, on its thread. */
  void align() {
    Map.copyOf(watch.states())
        .forEach(
            (account, state) ->
                halts
                    .align(account, state)
                    .ifPresent(
                        who ->
                            apply(
                                account,
                                _ -> {
                                  watch.restart(account, who);
                                  return true;
                                })));
  }

  /** What is another instance's is its to do; what fails comes again with the next valuation. */
  private void apply(AccountId account, LaneCommand<Boolean> command) {
    lane.get()
        .submit(account, command, Urgency.SOON)
        .whenComplete(
            (done, failure) -> {
              if (failure != null && !(failure instanceof NotOwnerException)) {
                LOG.warn("tier not brought up to date account={}", account, failure);
              }
            });
  }
}
