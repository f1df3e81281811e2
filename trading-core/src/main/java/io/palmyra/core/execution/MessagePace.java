package io.palmyra.core.execution;

import java.time.Duration;

/**
 * Keeps what is sent to a venue within the number of messages that it takes in any second, and
 * keeps a part of them for cancels. Exact for a window that slides: no 1.2 seconds have more,
 * wherever they begin. Used by one thread; time comes with each call.
 */
public final class MessagePace {
  /** Longer than a second, since of two messages the later one may be the faster. */
  private static final Duration WINDOW = Duration.ofMillis(1200);

  private static final int RESERVED_ONE_OF = 5;

  private final int most;
  private final int mostOfOrders;
  private final SlidingCount sent = new SlidingCount(WINDOW);

  private MessagePace(int most) {
    this.most = most;
    this.mostOfOrders = most == Integer.MAX_VALUE ? most : Math.max(1, most - reserve(most));
  }

  private static int reserve(int most) {
    return Math.max(1, most / RESERVED_ONE_OF);
  }

  /**
   * At most so many messages within any second. A fifth of them, at least one, is left to cancels;
   * where there is but one, orders may take it.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  public static MessagePace of(int perSecond) {
    if (perSecond < 1) {
      throw new IllegalArgumentException("messages per second " + perSecond + " are below 1");
    }
    return new MessagePace(perSecond);
  }

  /** Without a bound. */
  public static MessagePace unbounded() {
    return new MessagePace(Integer.MAX_VALUE);
  }

  /** Whether an order or new values may leave now; if so, they count as sent. */
  public boolean order(long nowNanos) {
    return takes(mostOfOrders, nowNanos);
  }

  /** Whether a cancel may leave now; if so, it counts as sent. */
  public boolean cancel(long nowNanos) {
    return takes(most, nowNanos);
  }

  private boolean takes(int bound, long nowNanos) {
    return bound == Integer.MAX_VALUE || sent.takes(bound, nowNanos);
  }
}
