/**
 * Sentiment: reads news feeds, scores what they say of instruments, and tells it with the time at
 * which it was known and until which it holds. The only writer of the topic sentiment. It decides
 * nothing about orders; a score that is stale is marked and never counts as neutral.
 */
@NullMarked
package io.palmyra.sentiment;

import org.jspecify.annotations.NullMarked;
