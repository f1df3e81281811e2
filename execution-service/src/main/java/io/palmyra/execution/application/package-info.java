/** Lease, journal, session and gate of each venue account. */
@NullMarked
package io.palmyra.execution.application;

import org.jspecify.annotations.NullMarked;
