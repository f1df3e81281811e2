package io.palmyra.risk.application;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.risk.RiskState;
import io.palmyra.core.risk.protection.BracketExit;
import io.palmyra.core.risk.protection.ExitReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out the exits that orders asked for. Risk holds them: the first that is met is decided,
 * the other is thereby canceled, across restarts and in a halt's name where one holds. Called by
 * the lane's thread.
 */
public final class HoldBrackets implements TimedWork {
  private static final Logger LOG = LoggerFactory.getLogger(HoldBrackets.class);
  private static final Duration TIDIED_EVERY = Duration.ofSeconds(1);

  private final AccountBooks books;
  private final Brackets brackets;
  private final DecideSignals decide;
  private final RiskViews views;
  private final Map<AccountId, Instant> tidied = new HashMap<>();

  /** Of orders of these books. */
  public HoldBrackets(
      AccountBooks books, Brackets brackets, DecideSignals decide, RiskViews views) {
    this.books = books;
    this.brackets = brackets;
    this.decide = decide;
    this.views = views;
  }

  @Override
  public List<AccountId> due() {
    return books.due(this::isDue);
  }

  private boolean isDue(AccountBook book) {
    AccountId account = book.state().account();
    if (brackets.all(account).isEmpty()) {
      return brackets.isUnwritten(account);
    }
    look(account);
    return !met(book).isEmpty() || isToBeTidied(account);
  }

  private boolean isToBeTidied(AccountId account) {
    Instant last = tidied.getOrDefault(account, Instant.MIN);
    return !views.marketTime().isBefore(last.plus(TIDIED_EVERY))
        && (brackets.isUnwritten(account)
            || brackets.all(account).stream().anyMatch(exit -> exit.open().signum() == 0));
  }

  @Override
  public List<Decided> work(AccountId account) {
    AccountBook book = books.of(account);
    tidied.put(account, views.marketTime());
    tidy(book);
    var made = new ArrayList<Decided>();
    met(book).forEach((exit, why) -> carryOut(book, exit, why).ifPresent(made::add));
    return made;
  }

  /** Takes the last quotes as seen. */
  private void look(AccountId account) {
    for (BracketExit exit : brackets.all(account)) {
      views
          .freshQuote(account, exit.instrument())
          .ifPresent(quote -> brackets.put(account, exit.seen(quote)));
    }
  }

  private Map<BracketExit, ExitReason> met(AccountBook book) {
    AccountId account = book.state().account();
    Instant now = views.marketTime();
    var met = new LinkedHashMap<BracketExit, ExitReason>();
    for (BracketExit exit : brackets.all(account)) {
      Optional<QuoteTick> quote = views.freshQuote(account, exit.instrument());
      if (exit.mayTry(now) && reducible(book.state(), exit).signum() > 0) {
        quote.flatMap(exit::met).ifPresent(why -> met.put(exit, why));
      }
    }
    return met;
  }

  private Optional<Decided> carryOut(AccountBook book, BracketExit exit, ExitReason why) {
    AccountId account = book.state().account();
    if (exit.met() == null) {
      LOG.info(
          "bracket old=waiting new=closing account={} instrument={} entry={} reason={}",
          account,
          exit.instrument(),
          exit.entry(),
          why);
    }
    BracketExit tried = exit.tried(why, views.marketTime());
    brackets.put(account, tried);
    return decide.close(account, tried, why);
  }

  /** What of it is left to close, and is not being closed already. */
  private static Quantity reducible(RiskState state, BracketExit exit) {
    return exit.open().min(state.exposure(exit.instrument()).reducible(exit.side().opposite()));
  }

  /** Exits with nothing left to close, of orders that fill no more, are over. */
  private void tidy(AccountBook book) {
    AccountId account = book.state().account();
    for (BracketExit exit : brackets.all(account)) {
      boolean held = book.state().position(exit.instrument()).signum() == exit.side().sign();
      boolean working =
          book.state().open().stream().anyMatch(each -> each.signalId().equals(exit.entry()));
      if (!working && (exit.open().signum() == 0 || !held)) {
        brackets.remove(account, exit.entry());
      }
    }
  }

  /**
   * Takes what a fill moved a position by.
   *
   * @param quantity above 0
   */
  void moved(OrderFilled fill, Quantity quantity) {
    AccountId account = fill.account();
    BracketExit entry = brackets.find(account, fill.signalId());
    if (entry != null) {
      brackets.put(account, entry.filled(quantity, fill.lastPrice()));
      return;
    }
    for (BracketExit exit : brackets.all(account)) {
      if (DecideSignals.isExitOf(account, exit, fill.signalId())) {
        brackets.put(account, exit.closed(quantity));
      }
    }
  }
}
