/** Compacted topics held in memory, read to an end captured first. */
@NullMarked
package io.palmyra.platform.compacted;

import org.jspecify.annotations.NullMarked;
