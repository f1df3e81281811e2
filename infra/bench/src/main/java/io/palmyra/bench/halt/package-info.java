/** How long orders still leave after a halt was asked for. */
@NullMarked
package io.palmyra.bench.halt;

import org.jspecify.annotations.NullMarked;
