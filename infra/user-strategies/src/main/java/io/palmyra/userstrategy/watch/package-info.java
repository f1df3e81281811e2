/** Calls into the code of others, each of which must come back in time. */
@NullMarked
package io.palmyra.userstrategy.watch;

import org.jspecify.annotations.NullMarked;
