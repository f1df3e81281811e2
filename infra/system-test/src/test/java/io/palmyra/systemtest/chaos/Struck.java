package io.palmyra.systemtest.chaos;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of one strike.
 *
 * @param fault what was done
 * @param lasted from its beginning until all was well again: processes ready, an account armed, an
 *     order filled
 * @param pause longest time without a fill in it
 * @param halts that held after it and that a person lifted
 * @param problem why it did not come to that, null if it did
 * @param impossible why it could not be done here, null if it was done
 */
record Struck(
    String fault,
    Duration lasted,
    Duration pause,
    int halts,
    @Nullable String problem,
    @Nullable String impossible) {}
