/** Talks to a running suite through its gateway, as a person's command line. */
@NullMarked
package io.palmyra.local.api;

import org.jspecify.annotations.NullMarked;
