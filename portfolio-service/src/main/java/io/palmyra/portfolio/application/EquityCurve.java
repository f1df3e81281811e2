package io.palmyra.portfolio.application;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.value.Currency;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Reads the equity curves, and thins them with age. */
public final class EquityCurve {
  private static final Logger LOG = LoggerFactory.getLogger(EquityCurve.class);
  private static final Duration THIN_EVERY = Duration.ofMinutes(10);

  private final EquityStore store;
  private final InstantSource clock;
  private final Duration everyPointFor;
  private final Duration minutePointsFor;
  private Instant thinned;

  /**
   * @param everyPointFor how long each point is kept
   * @param minutePointsFor how long one point a minute is kept; later one an hour is
   */
  public EquityCurve(
      EquityStore store, InstantSource clock, Duration everyPointFor, Duration minutePointsFor) {
    this.store = store;
    this.clock = clock;
    this.everyPointFor = everyPointFor;
    this.minutePointsFor = minutePointsFor;
    this.thinned = clock.instant();
  }

  /** The newest points of an account, the oldest first. */
  public List<EquityPoint> points(
      AccountId account, Currency base, @Nullable Instant from, int limit) {
    return store.points(account, base, from, limit);
  }

  /** The whole curve of an account in few points, the oldest first. */
  public List<EquityPoint> thinned(
      AccountId account, Currency base, @Nullable Instant from, int parts) {
    return store.thinned(account, base, from, parts);
  }

  /** Thins all curves, every ten minutes however often it is called. By the lane's thread. */
  public void thinWhenDue() {
    Instant now = clock.instant();
    if (now.isBefore(thinned.plus(THIN_EVERY))) {
      return;
    }
    thinned = now;
    try {
      store.thin(now.minus(minutePointsFor), now.minus(everyPointFor));
    } catch (DataAccessException e) {
      LOG.warn("equity curves not thinned cause={}", e.getMessage());
    }
  }
}
