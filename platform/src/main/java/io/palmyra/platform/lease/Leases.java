package io.palmyra.platform.lease;

import java.util.function.LongSupplier;

/** Makes the leases of one process, which holds all of them under one name. */
public final class Leases {
  private final String holder;
  private final LeaseConnections connections;
  private final LeaseSettings settings;
  private final LongSupplier nanoClock;

  /**
   * @param holder name of this process, new with each start
   * @param nanoClock monotonic time in nanoseconds
   */
  public Leases(
      String holder, LeaseConnections connections, LeaseSettings settings, LongSupplier nanoClock) {
    this.holder = holder;
    this.connections = connections;
    this.settings = settings;
    this.nanoClock = nanoClock;
  }

  /** The lease of a resource, not started yet. */
  public Lease of(String resource) {
    return new Lease(resource, holder, connections, settings, nanoClock);
  }
}
