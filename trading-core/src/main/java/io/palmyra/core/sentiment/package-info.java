/**
 * What the news say: scores of headlines by a lexicon of our own, and what many headlines of an
 * instrument come to. Pure: time is an argument.
 */
@NullMarked
package io.palmyra.core.sentiment;

import org.jspecify.annotations.NullMarked;
