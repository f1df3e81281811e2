/** The {@code palmyra} command. A command reads its options, calls, prints; no more. */
@NullMarked
package io.palmyra.local.cli;

import org.jspecify.annotations.NullMarked;
