/** How fast execution's journal of orders is by itself. */
@NullMarked
package io.palmyra.bench.journal;

import org.jspecify.annotations.NullMarked;
