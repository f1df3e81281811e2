/** Clocks and ids: the named places where time and chance enter. */
@NullMarked
package io.palmyra.platform.time;

import org.jspecify.annotations.NullMarked;
