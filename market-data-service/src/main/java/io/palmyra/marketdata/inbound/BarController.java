package io.palmyra.marketdata.inbound;

import io.palmyra.marketdata.application.BarHistory;
import io.palmyra.marketdata.application.BarQuery;
import io.palmyra.platform.security.ForViewers;
import io.palmyra.platform.web.Problems;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Bars of one instrument and interval, oldest first; the last may still be open. */
@RestController
@RequestMapping("/api/v1/bars")
class BarController {
  private final BarHistory history;

  BarController(BarHistory history) {
    this.history = history;
  }

  @ForViewers
  @GetMapping
  @Operation(summary = "The newest bars that open from (inclusive) to (exclusive), oldest first")
  Page<BarView> bars(
      @RequestParam String instrument,
      @RequestParam(defaultValue = "PT1M") String interval,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(defaultValue = "500") int limit) {
    BarQuery query = new BarQueryText(instrument, interval, from, to, limit).read();
    return history
        .find(query)
        .map(answer -> BarView.of(answer, BarQueryText.text(query.interval())))
        .orElseThrow(() -> Problems.notFound("instrument", instrument));
  }
}
