package io.palmyra.risk.application;

import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.contracts.control.HaltStatus;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.platform.lane.Lane;
import io.palmyra.platform.lane.LaneTransaction;
import io.palmyra.risk.application.control.ControlView;
import io.palmyra.risk.application.reporting.Audit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Closes what is held within the scope of a halt, which is an act of its own: a halt alone leaves
 * positions as they are. Each call closes what is not being closed already, as far as one order a
 * position may be large; it can be repeated until all is flat.
 */
public final class FlattenPositions {
  private final ControlView view;
  private final DecideSignals decide;
  private final Audit audit;
  private final Supplier<Lane> lane;

  /**
   * @param lane in which accounts are decided for; asked for once it is there
   */
  public FlattenPositions(
      ControlView view, DecideSignals decide, Audit audit, Supplier<Lane> lane) {
    this.view = view;
    this.decide = decide;
    this.audit = audit;
    this.lane = lane;
  }

  /** The halt of a key if it holds, empty if it does not or is not known. */
  public Optional<HaltChanged> holding(String key) {
    return view.current()
        .flatMap(control -> control.halt(key))
        .filter(halt -> halt.status() == HaltStatus.ACTIVE);
  }

  /**
   * Closes positions of accounts.
   *
   * @param halt that holds
   * @param accounts those in question
   * @return what was decided, once it is durable; exceptionally if an account is not this
   *     instance's or the database can't be used
   */
  public CompletableFuture<List<Decided>> flatten(
      HaltChanged halt, List<AccountId> accounts, String reason, String who) {
    audit.record(who, "positions-flattened", halt.key(), reason, null, halt);
    var all = CompletableFuture.completedFuture((List<Decided>) new ArrayList<Decided>());
    for (AccountId account : accounts) {
      all =
          all.thenCombine(
              lane.get().submit(account, tx -> flatten(account, halt, who, tx)),
              (sum, more) -> {
                sum.addAll(more);
                return sum;
              });
    }
    return all;
  }

  private List<Decided> flatten(
      AccountId account, HaltChanged halt, String who, LaneTransaction transaction) {
    List<Decided> made = decide.flatten(account, halt, who);
    made.forEach(each -> each.publishTo(transaction));
    return made;
  }
}
