package io.palmyra.marketdata.inbound;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.market.BarClosed;
import io.palmyra.core.marketdata.BarInterval;
import io.palmyra.marketdata.application.BarHistory;
import io.palmyra.marketdata.application.BarQuery;
import io.palmyra.platform.security.ForViewers;
import io.palmyra.platform.web.Problems;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Bars of one instrument and interval, oldest first; the last may still be open. */
@RestController
@RequestMapping("/api/v1/bars")
class BarController {
  private static final int MOST = 10_000;
  private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

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
    if (limit < 1 || limit > MOST) {
      throw Problems.invalid("limit", limit, "1 to " + MOST);
    }
    var query =
        new BarQuery(
            instrument(instrument),
            interval(interval),
            from == null ? FIRST : from,
            to == null ? LAST : to,
            limit);
    List<BarClosed> closed = history.closed(query);
    if (closed.isEmpty() && !history.quotes(query)) {
      throw Problems.notFound("instrument", instrument);
    }
    List<BarView> views = new ArrayList<>(closed.stream().map(it -> BarView.of(it, true)).toList());
    history.open(query, closed).ifPresent(bar -> views.add(BarView.of(bar, false)));
    return new Page<>(views.subList(Math.max(0, views.size() - limit), views.size()));
  }

  private static InstrumentId instrument(String text) {
    try {
      return new InstrumentId(text);
    } catch (IllegalArgumentException e) {
      throw Problems.invalid("instrument", text, "SYMBOL.VENUE in capitals, such as EURUSD.SIM");
    }
  }

  private static BarInterval interval(String text) {
    return Arrays.stream(BarInterval.values())
        .filter(
            each ->
                each.length().toString().equals(text)
                    || (each == BarInterval.DAY && text.equals("P1D")))
        .findFirst()
        .orElseThrow(() -> Problems.invalid("interval", text, allowed()));
  }

  private static String allowed() {
    return Arrays.stream(BarInterval.values())
        .map(each -> each == BarInterval.DAY ? "P1D" : each.length().toString())
        .collect(Collectors.joining(", "));
  }
}
