package io.palmyra.portfolio.application;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What can be traded, by name. Any thread may define and ask. */
public final class Instruments {
  private final Map<InstrumentId, CompletableFuture<InstrumentDefined>> known =
      new ConcurrentHashMap<>();
  private final Duration patience;

  /**
   * @param patience how long to wait for a definition that a fill has overtaken
   */
  public Instruments(Duration patience) {
    this.patience = patience;
  }

  /** Takes note of an instrument; the latest definition holds. */
  public void define(InstrumentDefined instrument) {
    CompletableFuture<InstrumentDefined> waiting =
        known.put(instrument.instrument(), CompletableFuture.completedFuture(instrument));
    if (waiting != null) {
      waiting.complete(instrument);
    }
  }

  /** The definition, empty if it did not come yet. */
  public Optional<InstrumentDefined> find(InstrumentId instrument) {
    CompletableFuture<InstrumentDefined> found = known.get(instrument);
    return found == null ? Optional.empty() : Optional.ofNullable(found.getNow(null));
  }

  /**
   * The definition; waits for it a while, since it stands on another topic than the fill.
   *
   * @throws IllegalStateException if it does not come
   */
  public InstrumentDefined require(InstrumentId instrument) {
    try {
      return known
          .computeIfAbsent(instrument, _ -> new CompletableFuture<>())
          .get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new IllegalStateException("instrument " + instrument + " is not defined", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + instrument, e);
    }
  }
}
