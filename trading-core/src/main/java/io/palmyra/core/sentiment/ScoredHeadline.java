package io.palmyra.core.sentiment;

import java.time.Instant;

/**
 * A headline that was read.
 *
 * @param id the same for the same headline, however often it is read
 * @param feed where it stood
 * @param title of it, plain text
 * @param link to it, empty if there is none
 * @param publishedAt as the feed says, never after knownAt
 * @param knownAt when Palmyra first knew it
 * @param text what it says
 */
public record ScoredHeadline(
    String id,
    String feed,
    String title,
    String link,
    Instant publishedAt,
    Instant knownAt,
    TextScore text) {
  public ScoredHeadline {
    if (publishedAt.isAfter(knownAt)) {
      publishedAt = knownAt;
    }
  }
}
