package io.palmyra.core.sentiment;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.sentiment.SentimentScored;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The headlines of one instrument and what they come to together. One thread.
 *
 * <p>A headline counts by its confidence × 2<sup>−age/halfLife</sup>; the score is the mean so
 * weighed. Confidence grows with the sum of the weights and shrinks as headlines contradict each
 * other. Headlines that say nothing are no evidence and count nothing.
 */
public final class InstrumentNews {
  private static final int CITATIONS = 5;

  private final InstrumentId instrument;
  private final AggregateSettings settings;
  private final List<ScoredHeadline> headlines = new ArrayList<>();

  /**
   * @param instrument whose news
   */
  public InstrumentNews(InstrumentId instrument, AggregateSettings settings) {
    this.instrument = instrument;
    this.settings = settings;
  }

  /** Takes a headline; one that says nothing, or that is here already, changes nothing. */
  public boolean add(ScoredHeadline headline) {
    if (!headline.text().saysSomething()
        || headlines.stream().anyMatch(known -> known.id().equals(headline.id()))) {
      return false;
    }
    headlines.add(headline);
    headlines.sort(Comparator.comparing(ScoredHeadline::publishedAt).reversed());
    if (headlines.size() > settings.most()) {
      headlines.removeLast();
    }
    return true;
  }

  /** What the headlines say at a moment; empty where nothing young enough says anything. */
  public Optional<SentimentScored> score(Instant now) {
    headlines.removeIf(headline -> age(headline, now).compareTo(settings.oldest()) > 0);
    List<ScoredHeadline> known =
        headlines.stream().filter(headline -> !headline.knownAt().isAfter(now)).toList();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    double weights = 0;
    double sum = 0;
    double size = 0;
    for (ScoredHeadline headline : known) {
      double weight = headline.text().confidence() * decay(age(headline, now));
      weights += weight;
      sum += weight * headline.text().score();
      size += weight * Math.abs(headline.text().score());
    }
    double agreement = size == 0 ? 0 : Math.abs(sum) / size;
    double confidence = (0.1 + 0.9 * agreement) * (1 - StrictMath.pow(2, -2 * weights));
    Instant knownAt =
        known.stream().map(ScoredHeadline::knownAt).max(Comparator.naturalOrder()).orElse(now);
    return Optional.of(
        new SentimentScored(
            instrument,
            weights == 0 ? 0 : Math.clamp(sum / weights, -1, 1),
            Math.clamp(confidence, 0, 1),
            known.size(),
            known.getFirst().feed(),
            known.getFirst().publishedAt(),
            knownAt,
            knownAt.plus(settings.validity()),
            known.stream().limit(CITATIONS).map(InstrumentNews::citation).toList()));
  }

  private double decay(Duration age) {
    return StrictMath.pow(2, -((double) age.toMillis() / (double) settings.halfLife().toMillis()));
  }

  private static Duration age(ScoredHeadline headline, Instant now) {
    Duration age = Duration.between(headline.publishedAt(), now);
    return age.isNegative() ? Duration.ZERO : age;
  }

  private static String citation(ScoredHeadline headline) {
    return headline.link().isEmpty() ? headline.title() : headline.link();
  }
}
