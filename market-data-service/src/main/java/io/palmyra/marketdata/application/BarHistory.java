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

  /** Closed bars, oldest first. */
  public List<BarClosed> closed(BarQuery query) {
    return store.find(query);
  }

  /** The bar now open, if it is within what is asked for and newer than all closed ones. */
  public Optional<BarClosed> open(BarQuery query, List<BarClosed> closed) {
    return ingest
        .inProgress(query.instrument(), query.interval())
        .filter(bar -> !bar.openTime().isBefore(query.from()))
        .filter(bar -> bar.openTime().isBefore(query.to()))
        .filter(bar -> closed.isEmpty() || bar.openTime().isAfter(closed.getLast().openTime()));
  }

  /** Whether the feed quotes the instrument. */
  public boolean quotes(BarQuery query) {
    return feed.instruments().stream()
        .anyMatch(each -> each.instrument().equals(query.instrument()));
  }
}
