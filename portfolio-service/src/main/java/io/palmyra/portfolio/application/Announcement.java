package io.palmyra.portfolio.application;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.portfolio.PortfolioUpdated;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.core.portfolio.Valuation;
import io.palmyra.platform.stream.Publisher;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Announces what prices did to the books, and keeps the equity curve. Called by the lane's thread
 * only, after its transactions.
 */
public final class Announcement {
  private static final Logger LOG = LoggerFactory.getLogger(Announcement.class);

  private final Appraisal appraisal;
  private final Publisher publisher;
  private final EquityStore curve;
  private final InstantSource clock;
  private final Map<AccountId, Said> said = new HashMap<>();

  /** Accounts whose last statement was lost; written by the producer's thread. */
  private final Set<AccountId> unsaid = ConcurrentHashMap.newKeySet();

  private record Said(Valuation valuation, long fillSequence) {}

  /**
   * @param clock wall time
   */
  public Announcement(
      Appraisal appraisal, Publisher publisher, EquityStore curve, InstantSource clock) {
    this.appraisal = appraisal;
    this.publisher = publisher;
    this.curve = curve;
    this.clock = clock;
  }

  /** What is to be published with a change of the books, empty for an account not of this suite. */
  public Optional<PortfolioUpdated> statement(Ledger ledger) {
    return appraisal
        .of(ledger.books())
        .map(valuation -> Statement.of(ledger, valuation, clock.instant()));
  }

  /** Announces those ledgers whose worth is another than last time. */
  public void announce(Collection<Ledger> ledgers) {
    for (Ledger ledger : ledgers) {
      appraisal
          .of(ledger.books())
          .ifPresent(
              valuation -> {
                var now = new Said(valuation, ledger.fillSequence());
                boolean lost = unsaid.remove(ledger.account());
                if (!now.equals(said.put(ledger.account(), now)) || lost) {
                  announce(ledger, valuation, clock.instant());
                }
              });
    }
  }

  private void announce(Ledger ledger, Valuation valuation, Instant at) {
    CompletableFuture<?> _ =
        publisher
            .publish(
                Topic.PORTFOLIO,
                ledger.account().value(),
                publisher.envelope(Statement.of(ledger, valuation, at), at, null))
            .whenComplete((_, failure) -> noteFailure(ledger.account(), failure));
    var equity = valuation.equity();
    var cash = valuation.cash();
    var realized = valuation.realizedPnl();
    var unrealized = valuation.unrealizedPnl();
    if (equity != null && cash != null && realized != null && unrealized != null) {
      try {
        curve.add(ledger.account(), new EquityPoint(at, equity, cash, realized, unrealized));
      } catch (DataAccessException e) {
        // A missing point is no harm; the lane finds out by itself that the database is gone.
        LOG.warn("equity point lost account={} cause={}", ledger.account(), e.getMessage());
      }
    }
  }

  private void noteFailure(AccountId account, @Nullable Throwable failure) {
    if (failure != null) {
      LOG.warn("statement not published account={} cause={}", account, failure.getMessage());
      unsaid.add(account);
    }
  }

  /**
   * Forgets what was said, so that it is said again: another instance may have spoken meanwhile.
   */
  public void forget() {
    said.clear();
  }
}
