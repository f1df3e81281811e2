/**
 * The words of the venue's protocol, as values: what clients ask and what the venue says. How they
 * travel stands in simulated-venue/README.md.
 */
@NullMarked
package io.palmyra.core.venue.protocol;

import org.jspecify.annotations.NullMarked;
