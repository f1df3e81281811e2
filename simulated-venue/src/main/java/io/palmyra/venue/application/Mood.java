package io.palmyra.venue.application;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the venue behaves towards one account, for those who want to see how their side bears it.
 *
 * @param delay by which everything is told late, zero to a minute; its order stays
 * @param losesAnswers whether what is asked for is done and not told: neither the answer nor what
 *     happened at once
 * @param repeatsEvents whether each event is told twice
 * @param reordersEvents whether events are told in pairs, the later one first
 * @param refusesWith code with which every order is refused, null for none
 * @param messagesPerSecond how many orders, cancels and replacements are taken within a second;
 *     more are refused as THROTTLED; null for as many as the venue allows everybody
 * @param cancelsOnDisconnect whether working orders are canceled when the session ends
 */
public record Mood(
    Duration delay,
    boolean losesAnswers,
    boolean repeatsEvents,
    boolean reordersEvents,
    @Nullable String refusesWith,
    @Nullable Integer messagesPerSecond,
    boolean cancelsOnDisconnect) {
  /** Late by nothing, and as it should be. */
  public static final Mood GOOD = new Mood(Duration.ZERO, false, false, false, null, null, false);
}
