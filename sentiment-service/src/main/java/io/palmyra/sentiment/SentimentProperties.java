package io.palmyra.sentiment;

import io.palmyra.contracts.id.InstrumentId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of sentiment.
 *
 * @param feeds what is read; none is allowed, and then there are no scores
 * @param pollInterval time from one answer of a feed to the next question
 * @param ttl age at which a headline counts no more, and a score without a newer one is stale
 * @param halfLife age at which a headline weighs half
 * @param forgetAfter age at which a stale score is no longer shown
 * @param maximumHeadlines the most headlines that make a score, the newest
 * @param connectTimeout for the connection to a feed
 * @param readTimeout for a feed's whole answer
 * @param maximumBytes the largest answer that is read
 * @param firstBackOff about how long to wait after a first failure; doubles with each further one
 * @param maximumBackOff the longest wait after failures
 */
@Validated
@ConfigurationProperties("palmyra.sentiment")
public record SentimentProperties(
    @DefaultValue List<@Valid FeedSettings> feeds,
    @DefaultValue("1m") @NotNull @DurationMin(millis = 100) Duration pollInterval,
    @DefaultValue("6h") @NotNull @DurationMin(seconds = 1) Duration ttl,
    @DefaultValue("1h") @NotNull @DurationMin(seconds = 1) Duration halfLife,
    @DefaultValue("7d") @NotNull @DurationMin(seconds = 1) Duration forgetAfter,
    @DefaultValue("200") @Min(1) @Max(1000) int maximumHeadlines,
    @DefaultValue("3s") @NotNull @DurationMin(millis = 1) Duration connectTimeout,
    @DefaultValue("10s") @NotNull @DurationMin(millis = 1) Duration readTimeout,
    @DefaultValue("1048576") @Min(1024) @Max(16_777_216) int maximumBytes,
    @DefaultValue("5s") @NotNull @DurationMin(millis = 1) Duration firstBackOff,
    @DefaultValue("15m") @NotNull @DurationMin(millis = 1) Duration maximumBackOff) {

  /**
   * A feed.
   *
   * @param name unique; source of its scores
   * @param url RSS or Atom over http or https; redirects are not followed
   * @param instruments which of its headlines speak of which instrument; the first that fits counts
   */
  record FeedSettings(
      @NotNull
          @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,31}", message = "1 to 32 of a-z, 0-9 and hyphen")
          String name,
      @NotNull URI url,
      @NotEmpty List<@Valid CoverageSettings> instruments) {
    @AssertTrue(message = "an address that starts with http:// or https://")
    boolean isUrlHttp() {
      return url == null || "http".equals(url.getScheme()) || "https".equals(url.getScheme());
    }
  }

  /**
   * An instrument and how to know that a headline is about it.
   *
   * @param instrument SYMBOL.VENUE
   * @param keywords words or phrases, one of which a headline must have
   * @param inverse whether good news of these words are bad for the instrument, as the yen's are
   *     for USDJPY
   */
  record CoverageSettings(
      @NotNull InstrumentId instrument,
      @NotEmpty List<@NotBlank String> keywords,
      @DefaultValue("false") boolean inverse) {}

  @AssertTrue(message = "names of feeds that differ from each other")
  boolean isFeedsDistinct() {
    return feeds == null
        || feeds.stream().map(FeedSettings::name).distinct().count() == feeds.size();
  }
}
