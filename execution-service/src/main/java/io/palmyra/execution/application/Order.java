package io.palmyra.execution.application;

import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.VenueOrderId;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.core.execution.OrderState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order in execution's memory.
 *
 * @param command what risk approved
 * @param state where it stands
 * @param venueOrderId the venue's name of it, once known
 * @param receivedAt when execution read it, in wall time
 * @param receivedNanos the same by this process's monotonic time
 * @param reason why it ended, empty otherwise
 */
public record Order(
    SubmitOrder command,
    OrderState state,
    @Nullable VenueOrderId venueOrderId,
    Instant receivedAt,
    long receivedNanos,
    String reason) {
  /** Our name of it. */
  public ClientOrderId id() {
    return command.clientOrderId();
  }

  Order in(OrderState next) {
    return new Order(command, next, venueOrderId, receivedAt, receivedNanos, reason);
  }

  Order named(VenueOrderId name) {
    return new Order(command, state, name, receivedAt, receivedNanos, reason);
  }

  Order because(String why) {
    return new Order(command, state, venueOrderId, receivedAt, receivedNanos, why);
  }
}
