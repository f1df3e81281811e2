package io.palmyra.risk.application.control;

import io.palmyra.contracts.control.ControlMessage;
import java.util.concurrent.CompletableFuture;

/** Writes {@code control}; needs Kafka and nothing else. */
@FunctionalInterface
public interface ControlTopic {
  /**
   * Writes a record under its own key; never blocks the caller.
   *
   * @return completes once all in-sync replicas have it; exceptionally when that is not known in
   *     time, and then it may still come to stand there
   */
  CompletableFuture<?> write(ControlMessage message);
}
