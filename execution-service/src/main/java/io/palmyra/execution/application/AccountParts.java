package io.palmyra.execution.application;

import io.palmyra.platform.lane.LaneGuard;
import io.palmyra.platform.lane.LaneParts;
import io.palmyra.platform.lease.Held;
import io.palmyra.platform.lease.Leases;
import io.palmyra.platform.poison.HaltRequests;
import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What every venue account is made of.
 *
 * @param connector opens sessions
 * @param journal keeps orders
 * @param control says what may be sent
 * @param leases make one instance the owner
 * @param guards make a guard of a lease
 * @param lane parts of lanes
 * @param halts hears of what can't be repaired
 * @param clocks wall and monotonic time
 * @param chance 0 up to 1, for jitter
 * @param rules settings
 */
public record AccountParts(
    VenueConnector connector,
    Journal journal,
    Control control,
    Leases leases,
    Function<Supplier<Optional<Held>>, LaneGuard> guards,
    LaneParts lane,
    HaltRequests halts,
    Clocks clocks,
    DoubleSupplier chance,
    Rules rules) {
  /**
   * Settings.
   *
   * @param dryRun whether nothing is really sent
   * @param answerWithin after which an order without answer is unknown
   * @param reconcileEvery time from one comparison with the venue's books to the next
   */
  public record Rules(boolean dryRun, Duration answerWithin, Duration reconcileEvery) {}
}
