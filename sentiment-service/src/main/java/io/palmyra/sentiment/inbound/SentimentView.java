package io.palmyra.sentiment.inbound;

import io.palmyra.contracts.sentiment.SentimentScored;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A score as REST shows it. */
record SentimentView(
    String instrument,
    @Schema(description = "-1 (worst) to 1 (best); of no use while stale") double score,
    @Schema(description = "0 to 1, from count and agreement of the headlines") double confidence,
    int headlines,
    @Schema(description = "Names of the feeds, with commas between") String source,
    @Schema(description = "Of the newest headline") Instant publishedAt,
    @Schema(description = "When Palmyra knew it first") Instant knownAt,
    Instant validUntil,
    @Schema(description = "Of the newest headline, as PT1M30S") String age,
    @Schema(description = "No decision may use it any more; it does not mean neutral")
        boolean stale,
    List<String> citations) {

  static SentimentView of(SentimentScored it, Instant now) {
    Duration age = Duration.ofSeconds(Duration.between(it.publishedAt(), now).toSeconds());
    return new SentimentView(
        it.instrument().value(),
        it.score(),
        it.confidence(),
        it.headlines(),
        it.source(),
        it.publishedAt(),
        it.knownAt(),
        it.validUntil(),
        (age.isNegative() ? Duration.ZERO : age).toString(),
        !now.isBefore(it.validUntil()),
        it.citations());
  }
}
