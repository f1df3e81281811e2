package io.palmyra.execution.application;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Orders as people ask for them. */
public interface OrderViews {
  /**
   * An order as people see it.
   *
   * @param clientOrderId our name of it
   * @param account whose
   * @param instrument what
   * @param side of the order
   * @param type how it meets the market
   * @param timeInForce how long it works
   * @param quantity total
   * @param limitPrice limit, null if it has none
   * @param stopPrice stop, null if it has none
   * @param trailingOffset how far a trailing stop stays behind, null if it is none
   * @param parent the approved order of which it is a child, null if it is none's
   * @param state where it stands
   * @param cumulativeQuantity filled so far
   * @param leavesQuantity still open
   * @param averagePrice of its fills under this name, null if there are none
   * @param venueOrderId the venue's name of it, null while there is none
   * @param signalId what it came from
   * @param source who proposed it
   * @param reduceOnly whether it may only reduce a position
   * @param reason why it ended, empty otherwise
   * @param createdAt when execution read it
   * @param updatedAt when it last changed
   * @param sequence of the account's last order event that this row contains
   */
  record OrderView(
      String clientOrderId,
      AccountId account,
      String instrument,
      String side,
      String type,
      String timeInForce,
      Quantity quantity,
      @Nullable Price limitPrice,
      @Nullable Price stopPrice,
      @Nullable Price trailingOffset,
      @Nullable String parent,
      String state,
      Quantity cumulativeQuantity,
      Quantity leavesQuantity,
      @Nullable Price averagePrice,
      @Nullable String venueOrderId,
      String signalId,
      String source,
      boolean reduceOnly,
      String reason,
      Instant createdAt,
      Instant updatedAt,
      long sequence) {}

  /** The newest orders of an account, the newest first. */
  List<OrderView> newest(AccountId account, boolean openOnly, int limit);

  /** One order. */
  Optional<OrderView> one(ClientOrderId id);
}
