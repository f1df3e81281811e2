package io.palmyra.risk.application;

import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.risk.OpenOrder;
import io.palmyra.core.risk.RiskState;
import io.palmyra.platform.lane.Lane;
import io.palmyra.platform.lane.Urgency;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What a halt has left within its scope: orders that are still open, and what is held. */
public final class SeeLeft {
  private static final SignalSource ANYBODY = new SignalSource("service:risk");

  private final AccountBooks books;
  private final Supplier<Lane> lane;

  /**
   * @param lane in which accounts are looked at; asked for once it is there
   */
  public SeeLeft(AccountBooks books, Supplier<Lane> lane) {
    this.books = books;
    this.lane = lane;
  }

  /**
   * What is left.
   *
   * @param orders that are open
   * @param positions that are held
   */
  public record Left(List<LeftOrder> orders, List<LeftPosition> positions) {
    public Left {
      orders = List.copyOf(orders);
      positions = List.copyOf(positions);
    }
  }

  /**
   * An order that is open.
   *
   * @param account whose
   * @param order as risk knows it
   * @param spared whether the halt leaves it on purpose
   */
  public record LeftOrder(AccountId account, OpenOrder order, boolean spared) {}

  /**
   * A position.
   *
   * @param account whose
   * @param instrument of it
   * @param quantity signed
   */
  public record LeftPosition(AccountId account, InstrumentId instrument, Quantity quantity) {}

  /**
   * Looks at accounts.
   *
   * @return exceptionally if an account is not this instance's or the database can't be used
   */
  public CompletableFuture<Left> of(HaltChanged halt, List<AccountId> accounts) {
    var all = CompletableFuture.completedFuture(new Left(List.of(), List.of()));
    for (AccountId account : accounts) {
      all =
          all.thenCombine(
              lane.get().submit(account, _ -> left(account, halt), Urgency.NOW), SeeLeft::together);
    }
    return all;
  }

  private Left left(AccountId account, HaltChanged halt) {
    RiskState state = books.of(account).state();
    List<LeftOrder> orders =
        state.open().stream()
            .filter(
                order -> halt.scope().covers(account, order.draft().instrument(), order.source()))
            .map(
                order ->
                    new LeftOrder(
                        account,
                        order,
                        !halt.cancelOrders()
                            || (halt.sparesProtective() && order.draft().reduceOnly())))
            .toList();
    List<LeftPosition> positions =
        state.held().stream()
            .filter(held -> halt.scope().covers(account, held, ANYBODY))
            .map(held -> new LeftPosition(account, held, state.position(held)))
            .toList();
    return new Left(orders, positions);
  }

  private static Left together(Left one, Left other) {
    var orders = new ArrayList<>(one.orders());
    orders.addAll(other.orders());
    var positions = new ArrayList<>(one.positions());
    positions.addAll(other.positions());
    return new Left(orders, positions);
  }
}
