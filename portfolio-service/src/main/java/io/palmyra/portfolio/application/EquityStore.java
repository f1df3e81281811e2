package io.palmyra.portfolio.application;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.value.Currency;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the equity curves last. */
public interface EquityStore {
  /** Adds a point; one of the same account and time is replaced. */
  void add(AccountId account, EquityPoint point);

  /**
   * The newest points, the oldest first.
   *
   * @param from only later ones, null for all
   * @param limit the most to give
   */
  List<EquityPoint> points(AccountId account, Currency base, @Nullable Instant from, int limit);

  /**
   * The whole curve in few points, the oldest first: its time is cut into equal parts of a second
   * at least, and of each part the last point is given.
   *
   * @param from only later ones, null for all
   * @param parts the most to give
   */
  List<EquityPoint> thinned(AccountId account, Currency base, @Nullable Instant from, int parts);

  /** Of each minute between two moments, and each hour before the first, keeps the last point. */
  void thin(Instant minutesFrom, Instant minutesTo);
}
