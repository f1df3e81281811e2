/** Lanes: one writer an account, effect exactly once by offsets kept in the database. */
@NullMarked
package io.palmyra.platform.lane;

import org.jspecify.annotations.NullMarked;
