/**
 * What news say: a headline's score by a lexicon of finance, and one score an instrument out of
 * many headlines, the newer the heavier.
 */
@NullMarked
package io.palmyra.core.sentiment;

import org.jspecify.annotations.NullMarked;
