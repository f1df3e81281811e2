/** Halts, lifts and the heartbeat: what is written to {@code control}, and what it says. */
@NullMarked
package io.palmyra.risk.application.control;

import org.jspecify.annotations.NullMarked;
