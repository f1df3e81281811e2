package io.palmyra.strategy.outbound;

import io.palmyra.contracts.id.StrategyInstanceId;
import io.palmyra.platform.lease.Held;
import io.palmyra.platform.lease.Lease;
import io.palmyra.platform.lease.Leases;
import io.palmyra.strategy.application.InstanceLeases;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** One lease for each instance; all are let go when the service stops, after its last signal. */
public final class PostgresLeases implements InstanceLeases, AutoCloseable {
  private final Leases leases;
  private final Map<StrategyInstanceId, Lease> byInstance = new ConcurrentHashMap<>();

  /**
   * @param leases of this process
   */
  public PostgresLeases(Leases leases) {
    this.leases = leases;
  }

  @Override
  public Optional<Held> held(StrategyInstanceId id) {
    return byInstance.computeIfAbsent(id, _ -> leases.of("strategy:" + id.value()).start()).held();
  }

  @Override
  public void close() {
    byInstance.values().forEach(Lease::close);
    byInstance.clear();
  }
}
