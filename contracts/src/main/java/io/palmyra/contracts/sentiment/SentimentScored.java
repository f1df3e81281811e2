package io.palmyra.contracts.sentiment;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.InstrumentId;
import java.time.Instant;
import java.util.List;

/**
 * What the news say of an instrument.
 *
 * @param instrument whose
 * @param score -1 (worst) to 1 (best)
 * @param confidence 0 to 1
 * @param headlines how many it is made of, 1 or more
 * @param source which feed or model
 * @param publishedAt of the newest headline
 * @param knownAt when Palmyra first knew it: no decision before may use it
 * @param validUntil after which it is stale; stale is never neutral
 * @param citations addresses or titles of what was read
 */
@WireName("sentiment-scored")
public record SentimentScored(
    InstrumentId instrument,
    double score,
    double confidence,
    int headlines,
    String source,
    Instant publishedAt,
    Instant knownAt,
    Instant validUntil,
    List<String> citations)
    implements SentimentMessage {
  public SentimentScored {
    citations = List.copyOf(citations);
    if (!(score >= -1 && score <= 1)) {
      throw new IllegalArgumentException("score " + score + " is not between -1 and 1");
    }
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence " + confidence + " is not between 0 and 1");
    }
  }
}
