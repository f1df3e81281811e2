package io.palmyra.risk.application;

import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.contracts.decision.CheckOverride;
import io.palmyra.contracts.decision.SignalAccepted;
import io.palmyra.contracts.decision.SignalDenied;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.signal.CancelRequested;
import io.palmyra.contracts.signal.EntryProposed;
import io.palmyra.contracts.signal.ExitProposed;
import io.palmyra.contracts.signal.InputOffset;
import io.palmyra.contracts.signal.OrderRequested;
import io.palmyra.contracts.signal.Signal;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.risk.RiskDecider;
import io.palmyra.core.risk.RiskDecision;
import io.palmyra.core.risk.RiskView;
import io.palmyra.core.risk.protection.BracketExit;
import io.palmyra.core.risk.protection.ExitReason;
import io.palmyra.core.risk.protection.Guard;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides signals, once each. Called by the lane's thread. */
public final class DecideSignals {
  private static final Logger LOG = LoggerFactory.getLogger(DecideSignals.class);

  private static final SignalSource PROTECTION = new SignalSource("service:protection");
  private static final Duration VALID_FOR = Duration.ofSeconds(10);

  private final AccountBooks books;
  private final RiskViews views;
  private final Brackets brackets;

  /** Decides with what these know. */
  public DecideSignals(AccountBooks books, RiskViews views, Brackets brackets) {
    this.books = books;
    this.views = views;
    this.brackets = brackets;
  }

  /**
   * Decides a signal and takes the decision as made.
   *
   * @param at where the signal was read
   * @return empty for a signal that was decided before
   */
  public Optional<Decided> decide(Signal signal, InputOffset at) {
    AccountBook book = books.of(signal.account());
    RiskView view =
        signal instanceof EntryProposed entry
            ? views.toSize(book, entry, List.of(at))
            : views.of(book, signal.source(), List.of(at));
    return taken(book, signal, view, decide(book, signal, view));
  }

  /**
   * Decides an order that may fail one check.
   *
   * @param order valid until then
   * @return empty for one that was decided before
   */
  public Optional<Decided> override(
      Function<Instant, OrderRequested> order, CheckOverride override) {
    OrderRequested wanted = order.apply(views.marketTime().plus(VALID_FOR));
    AccountBook book = books.of(wanted.account());
    RiskView view = views.of(book, wanted.source(), List.of());
    return taken(book, wanted, view, RiskDecider.override(book.state(), wanted, view, override));
  }

  /**
   * Decides to cancel an order that is worked off in children.
   *
   * @return empty where it has ended
   */
  Optional<Decided> cancelParent(CancelRequested cancel) {
    AccountBook book = books.of(cancel.account());
    if (book.state().parents().named(cancel.clientOrderId()).isEmpty()) {
      return Optional.empty();
    }
    RiskView view = views.of(book, cancel.source(), List.of());
    return taken(book, cancel, view, RiskDecider.decide(book.state(), cancel, view));
  }

  /**
   * Decides to close all that an account holds within a halt's scope, in the halt's name.
   *
   * @param halt ACTIVE
   * @param who closes it
   */
  public List<Decided> flatten(AccountId account, HaltChanged halt, String who) {
    AccountBook book = books.of(account);
    var source = new SignalSource("person:" + who);
    var decided = new ArrayList<Decided>();
    for (InstrumentId held : book.state().held()) {
      if (halt.scope().covers(account, held, source)) {
        ExitProposed exit = Flattening.of(account, held, source, halt, views.marketTime());
        RiskView view = views.of(book, source, List.of());
        taken(book, exit, view, RiskDecider.close(book.state(), exit, view, halt.key(), null))
            .ifPresent(decided::add);
      }
    }
    return decided;
  }

  /**
   * Decides to close a position that protection wants closed, in the name of a halt if one holds.
   *
   * @param why stable
   * @param guard of the position, with this attempt counted
   */
  Optional<Decided> protect(AccountId account, InstrumentId held, ExitReason why, Guard guard) {
    SignalId signal =
        SignalId.of(
            PROTECTION,
            account,
            "protect/" + held.value() + "/" + guard.since() + "/" + guard.attempts());
    return protective(signal, account, held, why, null);
  }

  /**
   * Decides to close what an order filled, as its bracket wants it; in part where one order may not
   * be larger.
   *
   * @param why which exit it is
   * @param exit with this attempt counted
   */
  Optional<Decided> close(AccountId account, BracketExit exit, ExitReason why) {
    SignalId signal = exitSignal(account, exit, exit.attempts());
    return protective(signal, account, exit.instrument(), why, exit.open());
  }

  /** Whether a signal is one of those that closed for a bracket. */
  static boolean isExitOf(AccountId account, BracketExit exit, SignalId signal) {
    return IntStream.rangeClosed(1, exit.attempts())
        .anyMatch(attempt -> exitSignal(account, exit, attempt).equals(signal));
  }

  private static SignalId exitSignal(AccountId account, BracketExit exit, int attempt) {
    return SignalId.of(PROTECTION, account, "bracket/" + exit.entry() + "/" + attempt);
  }

  /** In the name of a halt if one holds. */
  private Optional<Decided> protective(
      SignalId signal,
      AccountId account,
      InstrumentId held,
      ExitReason why,
      @Nullable Quantity most) {
    AccountBook book = books.of(account);
    var exit =
        new ExitProposed(
            signal,
            account,
            PROTECTION,
            held,
            why.name(),
            views.marketTime().plus(VALID_FOR),
            List.of());
    RiskView view = views.of(book, PROTECTION, List.of());
    String halt = views.authorising(account, held, PROTECTION).orElse(null);
    return taken(book, exit, view, RiskDecider.close(book.state(), exit, view, halt, most));
  }

  private Optional<Decided> taken(
      AccountBook book, Signal signal, RiskView view, Optional<RiskDecision> decision) {
    decision.ifPresentOrElse(
        made -> {
          book.decided(made);
          if (made.decision() instanceof SignalAccepted
              && signal instanceof OrderRequested requested) {
            brackets.entered(requested);
          }
          log(made, signal);
        },
        () ->
            LOG.info(
                "signal decided before account={} signal={}", signal.account(), signal.signalId()));
    return decision.map(made -> Decided.of(made, view.now()));
  }

  private static Optional<RiskDecision> decide(AccountBook book, Signal signal, RiskView view) {
    if (book.configured()) {
      return RiskDecider.decide(book.state(), signal, view);
    }
    return book.state().hasDecided(signal.signalId())
        ? Optional.empty()
        : Optional.of(RiskDecider.unknownAccount(book.state(), signal, view));
  }

  private static void log(RiskDecision made, Signal signal) {
    switch (made.decision()) {
      case SignalAccepted accepted ->
          LOG.info(
              "signal old=new new=accepted account={} signal={} source={} order={}",
              signal.account(),
              signal.signalId(),
              signal.source(),
              accepted.clientOrderId());
      case SignalDenied denied ->
          LOG.info(
              "signal old=new new=denied account={} signal={} source={} code={} detail={}",
              signal.account(),
              signal.signalId(),
              signal.source(),
              denied.code(),
              denied.detail());
    }
  }
}
