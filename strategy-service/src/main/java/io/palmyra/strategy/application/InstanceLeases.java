package io.palmyra.strategy.application;

import io.palmyra.contracts.id.StrategyInstanceId;
import io.palmyra.platform.lease.Held;
import java.util.Optional;

/** Tells which instances this replica may run. */
public interface InstanceLeases {
  /** The lease of an instance as we hold it; asking begins to try for it. */
  Optional<Held> held(StrategyInstanceId id);
}
