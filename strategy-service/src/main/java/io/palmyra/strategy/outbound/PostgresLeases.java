package io.palmyra.strategy.outbound;

import io.palmyra.contracts.id.StrategyInstanceId;
import io.palmyra.platform.lease.Held;
import io.palmyra.platform.lease.Lease;
import io.palmyra.platform.lease.Leases;
import io.palmyra.platform.likeness.Likeness;
import io.palmyra.strategy.application.InstanceLeases;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One lease for each instance; all are let go when the service stops, after its last signal. While
 * a replica of another build or with other settings started earlier, none is tried for.
 */
public final class PostgresLeases implements InstanceLeases, AutoCloseable {
  private final Leases leases;
  private final Likeness likeness;
  private final Map<StrategyInstanceId, Lease> byInstance = new ConcurrentHashMap<>();

  /**
   * @param leases of this process
   * @param likeness tells whether it may try for them
   */
  public PostgresLeases(Leases leases, Likeness likeness) {
    this.leases = leases;
    this.likeness = likeness;
  }

  @Override
  public Optional<Held> held(StrategyInstanceId id) {
    if (!byInstance.containsKey(id) && likeness.unlike().isPresent()) {
      return Optional.empty();
    }
    return byInstance.computeIfAbsent(id, _ -> leases.of("strategy:" + id.value()).start()).held();
  }

  @Override
  public void close() {
    byInstance.values().forEach(Lease::close);
    byInstance.clear();
  }
}
