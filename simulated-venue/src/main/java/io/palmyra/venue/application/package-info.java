/** The engine's one thread, and what it needs. */
@NullMarked
package io.palmyra.venue.application;

import org.jspecify.annotations.NullMarked;
