/** Scores of news, with the time at which they were known. */
@NullMarked
package io.palmyra.contracts.sentiment;

import org.jspecify.annotations.NullMarked;
