package io.palmyra.risk.application;

import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.contracts.control.HaltStatus;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.orderevent.OrderEvent;
import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.risk.protection.ExitReason;
import io.palmyra.core.risk.protection.Guard;
import io.palmyra.core.risk.protection.ProtectionPolicy;
import io.palmyra.core.risk.tier.TierState;
import io.palmyra.risk.application.GuardStore.PortfolioStop;
import io.palmyra.risk.application.control.WantedHalt;
import io.palmyra.risk.application.reporting.Alerts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes positions that lost or won what they may, and all of an account's once it lost too much as
 * a whole. Risk owns this protection: it holds across restarts, and while a halt holds it closes in
 * that halt's name. Called by the lane's thread.
 */
public final class ProtectPositions implements TimedWork {
  private static final Logger LOG = LoggerFactory.getLogger(ProtectPositions.class);

  /** A best price that moved is written so often at most; a crash forgets no more than this. */
  private static final Duration WRITTEN_EVERY = Duration.ofSeconds(1);

  private static final String PORTFOLIO_STOP = "PORTFOLIO_STOP";

  private final AccountBooks books;
  private final Guards guards;
  private final DecideSignals decide;
  private final RiskViews views;
  private final WatchTiers tiers;
  private final Alerts alerts;
  private final Map<AccountId, Instant> written = new HashMap<>();

  /** Watches what stands in these books. */
  public ProtectPositions(
      AccountBooks books,
      Guards guards,
      DecideSignals decide,
      RiskViews views,
      WatchTiers tiers,
      Alerts alerts) {
    this.books = books;
    this.guards = guards;
    this.decide = decide;
    this.views = views;
    this.tiers = tiers;
    this.alerts = alerts;
  }

  @Override
  public List<AccountId> due() {
    return books.due(this::isDue);
  }

  private boolean isDue(AccountBook book) {
    AccountId account = book.state().account();
    look(book);
    return changesStop(account) || !toClose(book).isEmpty() || isToBeWritten(account);
  }

  private boolean isToBeWritten(AccountId account) {
    Instant now = views.marketTime();
    return guards.isUnwritten(account)
        && !now.isBefore(written.getOrDefault(account, Instant.MIN).plus(WRITTEN_EVERY));
  }

  @Override
  public List<Decided> work(AccountId account) {
    AccountBook book = books.of(account);
    written.put(account, views.marketTime());
    portfolioStop(account);
    var made = new ArrayList<Decided>();
    toClose(book).forEach((instrument, why) -> close(book, instrument, why).ifPresent(made::add));
    return made;
  }

  /** Takes the last quotes as seen. */
  private void look(AccountBook book) {
    AccountId account = book.state().account();
    for (InstrumentId held : book.state().held()) {
      views
          .freshQuote(account, held)
          .ifPresent(
              quote -> {
                Side side = side(book.state().position(held));
                Guard guard = guards.of(account, held);
                guards.put(
                    account,
                    held,
                    guard != null && guard.side() == side
                        ? guard.seen(quote)
                        : adopted(side, quote));
              });
    }
  }

  /** A position that came to be without a fill that was seen is watched from the market on. */
  private static Guard adopted(Side side, QuoteTick quote) {
    return Guard.opened(side, side == Side.BUY ? quote.bid() : quote.ask(), quote.time());
  }

  private static Side side(Quantity position) {
    return position.signum() > 0 ? Side.BUY : Side.SELL;
  }

  /** Positions for which an order is to be decided now, and why. */
  private Map<InstrumentId, ExitReason> toClose(AccountBook book) {
    AccountId account = book.state().account();
    ProtectionPolicy policy = views.protection(account);
    boolean all = guards.stop(account) != null;
    Instant now = views.marketTime();
    var reasons = new HashMap<InstrumentId, ExitReason>();
    for (InstrumentId held : book.state().held()) {
      Guard guard = guards.of(account, held);
      QuoteTick quote = views.freshQuote(account, held).orElse(null);
      if (guard == null || quote == null || !guard.mayTry(now) || isClosing(book, held, guard)) {
        continue;
      }
      Optional<ExitReason> met = guard.met(policy.of(held), quote);
      if (all) {
        reasons.put(held, ExitReason.PORTFOLIO_STOP);
      } else {
        met.ifPresent(why -> reasons.put(held, why));
      }
    }
    return reasons;
  }

  private static boolean isClosing(AccountBook book, InstrumentId held, Guard guard) {
    return book.state().exposure(held).reducible(guard.side().opposite()).signum() == 0;
  }

  private Optional<Decided> close(AccountBook book, InstrumentId held, ExitReason why) {
    AccountId account = book.state().account();
    Guard guard = guards.of(account, held);
    if (guard == null) {
      return Optional.empty();
    }
    if (guard.met() == null) {
      tell(account, held, why, guard);
    }
    Guard tried = guard.tried(why, views.marketTime());
    guards.put(account, held, tried);
    return decide.protect(account, held, why, tried);
  }

  private void tell(AccountId account, InstrumentId held, ExitReason why, Guard guard) {
    LOG.warn(
        "protection old=watching new=closing account={} instrument={} reason={} entry={} best={}",
        account,
        held,
        why,
        guard.entry(),
        guard.best());
    alerts.raise(
        "PROTECTIVE_EXIT",
        "Closing " + held + " of account " + account + ": " + why,
        Map.of(
            "account", account.value(),
            "instrument", held.value(),
            "reason", why.name(),
            "entry", guard.entry().toString(),
            "best", guard.best().toString()));
  }

  private boolean changesStop(AccountId account) {
    return guards.stop(account) == null
        ? lostTooMuch(account).isPresent()
        : liftedBy(account).isPresent();
  }

  /** Where an account stands that lost as much as it may; empty if it did not. */
  private Optional<TierState> lostTooMuch(AccountId account) {
    return Optional.ofNullable(tiers.of(account))
        .filter(
            state -> views.protection(account).isPortfolioStopMet(state.peak(), state.equity()));
  }

  /** Who lifted the halt of an account's stop; empty while nobody did. */
  private Optional<String> liftedBy(AccountId account) {
    PortfolioStop stop = guards.stop(account);
    return stop == null
        ? Optional.empty()
        : views
            .halt(stop.haltKey())
            .filter(halt -> halt.status() == HaltStatus.LIFTED)
            .map(HaltChanged::who);
  }

  private void portfolioStop(AccountId account) {
    if (guards.stop(account) == null) {
      lostTooMuch(account).ifPresent(state -> stop(account, state));
    } else {
      liftedBy(account)
          .ifPresent(
              who -> {
                guards.put(account, (PortfolioStop) null);
                tiers.measureAnew(account, who);
              });
    }
  }

  private void stop(AccountId account, TierState state) {
    Instant now = views.marketTime();
    WantedHalt halt =
        WantedHalt.canceling(
            account,
            PORTFOLIO_STOP,
            "equity " + state.equity() + " of a peak of " + state.peak() + " at " + now,
            views.wallTime());
    books.want(halt);
    guards.put(account, new PortfolioStop(halt.key(), now));
    LOG.warn("portfolio stop account={} halt={}", account, halt.key());
  }

  /** Takes note of how an event changed a position. */
  void moved(OrderEvent event, Quantity before, Quantity after) {
    AccountId account = event.account();
    InstrumentId instrument = event.instrument();
    if (event instanceof OrderFilled filled) {
      Guard guard = guards.of(account, instrument);
      guards.put(
          account, instrument, Guard.moved(guard, before, after, filled.lastPrice(), filled.at()));
    } else if (after.signum() == 0) {
      guards.put(account, instrument, (Guard) null);
    }
  }
}
