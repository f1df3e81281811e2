package io.palmyra.marketdata.inbound;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.marketdata.application.Feed;
import io.palmyra.marketdata.application.FeedReport;
import io.palmyra.marketdata.application.LatestQuotes;
import io.palmyra.platform.security.ForTraders;
import io.palmyra.platform.security.ForViewers;
import io.palmyra.platform.web.Problems;
import io.swagger.v3.oas.annotations.Operation;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What can be traded, last quotes, and how the feed does. */
@RestController
@RequestMapping("/api/v1")
class MarketDataController {
  private final Feed feed;
  private final LatestQuotes quotes;
  private final InstantSource clock;

  MarketDataController(Feed feed, LatestQuotes quotes, InstantSource clock) {
    this.feed = feed;
    this.quotes = quotes;
    this.clock = clock;
  }

  @ForViewers
  @GetMapping("/instruments")
  @Operation(summary = "What can be traded")
  Page<InstrumentView> instruments() {
    return new Page<>(
        feed.instruments().stream().map(it -> InstrumentView.of(it, clock.instant())).toList());
  }

  @ForViewers
  @GetMapping("/quotes")
  @Operation(summary = "Last quotes, of one instrument or all")
  Page<QuoteView> quotes(@RequestParam(required = false) @Nullable String instrument) {
    List<InstrumentId> wanted =
        feed.instruments().stream()
            .map(InstrumentDefined::instrument)
            .filter(id -> instrument == null || id.value().equals(instrument))
            .toList();
    if (wanted.isEmpty()) {
      throw Problems.notFound("instrument", String.valueOf(instrument));
    }
    return new Page<>(quotes.of(wanted).stream().map(QuoteView::of).toList());
  }

  @ForViewers
  @GetMapping("/feeds")
  @Operation(summary = "State of the feed, what it counted, and the rows it could not read")
  Page<FeedReport> feeds() {
    return new Page<>(List.of(feed.report()));
  }

  @ForTraders
  @PostMapping("/feeds/start")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Starts a replay that waits; changes nothing if it has started")
  Page<FeedReport> start() {
    feed.begin();
    return feeds();
  }
}
