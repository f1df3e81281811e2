package io.palmyra.execution.application;

import io.palmyra.platform.lane.LaneTransaction;
import io.palmyra.platform.lane.Urgency;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Lets other threads change the account's state on its lane. */
@FunctionalInterface
interface LaneAccess {
  /** Does it on the lane's thread; completes after the commit. */
  CompletableFuture<?> submit(Consumer<LaneTransaction> change, Urgency urgency);

  /** Does it at once. */
  default CompletableFuture<?> submit(Consumer<LaneTransaction> change) {
    return submit(change, Urgency.NOW);
  }
}
