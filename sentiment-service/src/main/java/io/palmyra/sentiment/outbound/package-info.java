/** Feeds over HTTP, and the database. */
@NullMarked
package io.palmyra.sentiment.outbound;

import org.jspecify.annotations.NullMarked;
