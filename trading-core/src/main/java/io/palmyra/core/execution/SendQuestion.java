package io.palmyra.core.execution;

import io.palmyra.core.control.Verdict;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that decides whether an order goes, gathered right before it would.
 *
 * @param reduceOnly whether it may only reduce
 * @param authorisedByHalt key of the halt that lets it pass, else null
 * @param canceledBefore whether its cancel came already
 * @param unarmed why the account is not armed, empty if it is
 * @param ownsAccount whether the lease is surely ours at this moment
 * @param control what control says; empty while it is not read to its end
 * @param beginning whether this owner has never yet been sure of the account and of control at once
 * @param age since it was approved, by monotonic time from when execution read it
 * @param maximumAge after which it must not go
 * @param unknownInInstrument whether an order of unknown fate is there
 * @param dryRun whether nothing is really sent
 */
public record SendQuestion(
    boolean reduceOnly,
    @Nullable String authorisedByHalt,
    boolean canceledBefore,
    Optional<String> unarmed,
    boolean ownsAccount,
    Optional<Verdict> control,
    boolean beginning,
    Duration age,
    Duration maximumAge,
    boolean unknownInInstrument,
    boolean dryRun) {}
