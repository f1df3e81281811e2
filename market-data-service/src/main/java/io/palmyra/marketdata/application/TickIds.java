package io.palmyra.marketdata.application;

import java.util.HexFormat;

/**
 * Ids of ticks: the time and chance of this run's start in front, a counter behind, so that they
 * are unique, in order and cheap. 32 hex digits, which are the tick's trace id as well: whatever
 * follows from a tick is found by its id in logs and headers. One thread at a time.
 */
final class TickIds {
  private static final HexFormat HEX = HexFormat.of();

  private final String run;
  private long counter;

  /**
   * @param run what tells this run from all others, such as the upper half of a UUIDv7
   */
  TickIds(long run) {
    this.run = HEX.toHexDigits(run);
  }

  String next() {
    counter++;
    return run + HEX.toHexDigits(counter);
  }

  /** How many ids were given. */
  long count() {
    return counter;
  }

  /** The W3C trace parent of a message that begins a trace: its id, and the counter as span. */
  static String traceparent(String id, boolean sampled) {
    return "00-" + id + "-" + id.substring(16) + (sampled ? "-01" : "-00");
  }
}
