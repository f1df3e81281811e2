/** What sentiment does: poll feeds with patience, take in news, announce scores. */
@NullMarked
package io.palmyra.sentiment.application;

import org.jspecify.annotations.NullMarked;
