/** The journal file. */
@NullMarked
package io.palmyra.venue.outbound;

import org.jspecify.annotations.NullMarked;
