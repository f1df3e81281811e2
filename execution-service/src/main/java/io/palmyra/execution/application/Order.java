package io.palmyra.execution.application;

import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.VenueOrderId;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.core.execution.OrderLife;
import io.palmyra.core.execution.OrderState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order in execution's memory.
 *
 * @param command what risk approved, with the values that hold now
 * @param state where it stands
 * @param venueOrderId the venue's name of it, once known
 * @param receivedAt when execution read it, in wall time
 * @param agedFromNanos from when its age counts, by this process's monotonic time
 * @param reason why it ended, empty otherwise
 * @param replacement new values that wait for the venue's answer, null if none do
 */
public record Order(
    SubmitOrder command,
    OrderState state,
    @Nullable VenueOrderId venueOrderId,
    Instant receivedAt,
    long agedFromNanos,
    String reason,
    @Nullable Replacement replacement) {
  /** Our name of it. */
  public ClientOrderId id() {
    return command.clientOrderId();
  }

  Order in(OrderState next) {
    return new Order(command, next, venueOrderId, receivedAt, agedFromNanos, reason, replacement);
  }

  Order named(VenueOrderId name) {
    return new Order(command, state, name, receivedAt, agedFromNanos, reason, replacement);
  }

  Order because(String why) {
    return new Order(command, state, venueOrderId, receivedAt, agedFromNanos, why, replacement);
  }

  Order awaiting(@Nullable Replacement asked) {
    return new Order(command, state, venueOrderId, receivedAt, agedFromNanos, reason, asked);
  }

  /** The order as it goes on with new values, under its new name. */
  Order as(Replacement taken) {
    return new Order(
        taken.over(command, command.maximumAge()),
        OrderLife.renamed(state.progress(), taken.quantity()),
        venueOrderId,
        receivedAt,
        agedFromNanos,
        "",
        null);
  }
}
