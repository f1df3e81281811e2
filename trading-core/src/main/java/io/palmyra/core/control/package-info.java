/**
 * The state of {@code control}: which halts hold, and whether risk is alive. Execution obeys it,
 * risk and strategies heed it.
 */
@NullMarked
package io.palmyra.core.control;

import org.jspecify.annotations.NullMarked;
