package io.palmyra.execution.application;

import io.palmyra.platform.lane.LaneGuard;
import io.palmyra.platform.lane.LaneParts;
import io.palmyra.platform.lease.Held;
import io.palmyra.platform.lease.Leases;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What every venue account is made of.
 *
 * @param connector opens sessions
 * @param leases make one instance the owner
 * @param guards make a guard of a lease
 * @param lane parts of lanes
 * @param chance 0 up to 1, for jitter
 * @param unlike what keeps this instance from trading beside others, empty if nothing does
 * @param desk what an owner works with
 */
public record AccountParts(
    VenueConnector connector,
    Leases leases,
    Function<Supplier<Optional<Held>>, LaneGuard> guards,
    LaneParts lane,
    DoubleSupplier chance,
    Supplier<Optional<String>> unlike,
    DeskParts desk) {}
