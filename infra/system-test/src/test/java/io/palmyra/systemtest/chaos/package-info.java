/**
 * The running suite under faults: what is struck, how long trading paused, what was lost, and the
 * report of it.
 */
@NullMarked
package io.palmyra.systemtest.chaos;

import org.jspecify.annotations.NullMarked;
