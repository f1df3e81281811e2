package io.palmyra.sentiment.inbound;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.platform.security.ForViewers;
import io.palmyra.platform.web.Problems;
import io.palmyra.sentiment.application.LatestScores;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Last scores over REST. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "sentiment", description = "What the news say of instruments")
class SentimentController {
  private final LatestScores latest;
  private final InstantSource clock;

  SentimentController(LatestScores latest, InstantSource clock) {
    this.latest = latest;
    this.clock = clock;
  }

  @ForViewers
  @GetMapping("/sentiment")
  @Operation(
      summary = "Last score of one instrument or of all, with its age",
      description = "An instrument without a score is not in the list; a stale score is marked.")
  Items<SentimentView> sentiment(
      @RequestParam(required = false) @Nullable InstrumentId instrument) {
    if (instrument != null && !latest.covered().contains(instrument)) {
      throw Problems.notFound("instrument", instrument);
    }
    Instant now = clock.instant();
    return new Items<>(
        latest.all().stream()
            .filter(it -> instrument == null || it.instrument().equals(instrument))
            .map(it -> SentimentView.of(it, now))
            .toList());
  }
}
