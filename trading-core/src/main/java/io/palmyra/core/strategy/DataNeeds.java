package io.palmyra.core.strategy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a strategy wants to be fed.
 *
 * @param ticks whether it wants every tick
 * @param barInterval of the bars it wants, null for none
 * @param sentiment whether it wants scores
 * @param warmUpBars closed bars after which its state no longer depends on what stood before, to
 *     within the rounding of a double; 0 where it needs no past
 */
public record DataNeeds(
    boolean ticks, @Nullable Duration barInterval, boolean sentiment, int warmUpBars) {}
