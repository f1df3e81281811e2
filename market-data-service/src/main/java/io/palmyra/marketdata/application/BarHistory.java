package io.palmyra.marketdata.application;

import io.palmyra.contracts.market.BarClosed;
import java.util.List;
import java.util.Optional;

/** Answers for bars: the closed ones from the store, and the one that is still open. */
public final class BarHistory {
  private final BarStore store;
  private final Ingest ingest;
  private final Feed feed;

  /**
   * @param ingest builds the bars now open
   * @param feed knows the instruments
   */
  public BarHistory(BarStore store, Ingest ingest, Feed feed) {
    this.store = store;
    this.ingest = ingest;
    this.feed = feed;
  }

  /**
   * Bars for a query.
   *
   * @param closed oldest first
   * @param open the bar that ticks still change, where it is asked for
   */
  public record Answer(List<BarClosed> closed, Optional<BarClosed> open) {}

  /** The newest bars that a query asks for, empty if nothing is known of its instrument. */
  public Optional<Answer> find(BarQuery query) {
    List<BarClosed> closed = store.find(query);
    Optional<BarClosed> open = open(query, closed);
    if (closed.isEmpty() && open.isEmpty() && !isQuoted(query)) {
      return Optional.empty();
    }
    int surplus = closed.size() + (open.isPresent() ? 1 : 0) - query.limit();
    return Optional.of(new Answer(closed.subList(Math.max(0, surplus), closed.size()), open));
  }

  private Optional<BarClosed> open(BarQuery query, List<BarClosed> closed) {
    return ingest
        .inProgress(query.instrument(), query.interval())
        .filter(bar -> !bar.openTime().isBefore(query.from()))
        .filter(bar -> bar.openTime().isBefore(query.to()))
        .filter(bar -> closed.isEmpty() || bar.openTime().isAfter(closed.getLast().openTime()));
  }

  private boolean isQuoted(BarQuery query) {
    return feed.instruments().stream()
        .anyMatch(each -> each.instrument().equals(query.instrument()));
  }
}
