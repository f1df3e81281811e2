/** From the command to the first fill, and what the processes take. */
@NullMarked
package io.palmyra.bench.startup;

import org.jspecify.annotations.NullMarked;
