package io.palmyra.sentiment.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a feed, as plain text.
 *
 * @param key the feed's identity for it
 * @param title never blank
 * @param description may be empty
 * @param publishedAt as the feed says; null when it says nothing
 * @param citation address or title
 */
public record NewsItem(
    String key, String title, String description, @Nullable Instant publishedAt, String citation) {
  /** Title and description, as two sentences. */
  String text() {
    return title + ". " + description;
  }
}
