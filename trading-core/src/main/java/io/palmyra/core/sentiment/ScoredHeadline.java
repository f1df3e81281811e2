package io.palmyra.core.sentiment;

import io.palmyra.contracts.id.InstrumentId;
import java.time.Instant;

/**
 * A headline and what it says of one instrument.
 *
 * @param instrument of which it speaks
 * @param source name of the feed that brought it
 * @param key the feed's identity for it
 * @param publishedAt by the feed, never after it was known
 * @param score -1 (worst) to 1 (best)
 * @param citation address or title
 */
public record ScoredHeadline(
    InstrumentId instrument,
    String source,
    String key,
    Instant publishedAt,
    double score,
    String citation) {
  public ScoredHeadline {
    if (!(score >= -1 && score <= 1)) {
      throw new IllegalArgumentException("score " + score + " is not between -1 and 1");
    }
  }
}
