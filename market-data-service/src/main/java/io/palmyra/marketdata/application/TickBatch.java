package io.palmyra.marketdata.application;

import io.palmyra.contracts.market.QuoteTick;
import java.time.Instant;
import java.util.List;

/**
 * Ticks in the order of the source.
 *
 * @param kind how they come
 * @param ticks none where only time has passed
 * @param marketTime now, in the time of the ticks: never before the last of them
 * @param origins where each was read
 */
public record TickBatch(Kind kind, List<QuoteTick> ticks, Instant marketTime, Origins origins) {

  /** How ticks come. */
  public enum Kind {
    /** As they are made: market time is wall time. */
    LIVE,
    /** Recorded, published as if live: market time is the data's own. */
    REPLAYED,
    /** From before the start: they make bars for the store, and are not published. */
    HISTORY
  }

  /** Tells where a tick was read. */
  @FunctionalInterface
  public interface Origins {
    /** For ticks that were not read from a file. */
    Origins NONE = index -> "";

    /** File and line of the tick at an index, empty where there is none. */
    String of(int index);
  }

  /** Ticks that were just made. */
  public static TickBatch live(List<QuoteTick> ticks, Instant now) {
    return new TickBatch(Kind.LIVE, ticks, now, Origins.NONE);
  }

  /** Ticks from before the start; not empty. */
  public static TickBatch history(List<QuoteTick> ticks) {
    return new TickBatch(Kind.HISTORY, ticks, ticks.getLast().time(), Origins.NONE);
  }
}
