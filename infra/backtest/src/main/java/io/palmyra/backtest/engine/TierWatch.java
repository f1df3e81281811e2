package io.palmyra.backtest.engine;

import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.contracts.control.HaltMode;
import io.palmyra.contracts.control.HaltScope;
import io.palmyra.contracts.control.HaltStatus;
import io.palmyra.contracts.control.RiskTier;
import io.palmyra.contracts.id.HaltId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.portfolio.PositionLine;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.control.TradingControl;
import io.palmyra.core.control.Verdict;
import io.palmyra.core.portfolio.Position;
import io.palmyra.core.risk.tier.TierHalt;
import io.palmyra.core.risk.tier.TierPolicy;
import io.palmyra.core.risk.tier.TierState;
import io.palmyra.core.risk.tier.Tiers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The account's tier by its losses, its stop as a whole, and what both make control say. A halt
 * that waits for a person holds to the end, since there is none.
 */
final class TierWatch {
  private final AccountRules rules;
  private final List<String> happened = new ArrayList<>();
  private TradingControl control = lifted();
  private @Nullable TierState state;
  private boolean stopped;

  TierWatch(AccountRules rules) {
    this.rules = rules;
  }

  private static TradingControl lifted() {
    var lift =
        new HaltChanged(
            HaltScope.ALL,
            new HaltId("initial"),
            HaltStatus.LIFTED,
            HaltMode.HALTED,
            RiskTier.NORMAL,
            "a backtest",
            "backtest",
            Instant.EPOCH,
            false,
            true);
    return TradingControl.empty().fold(lift.key(), lift, true, 0);
  }

  TradingControl control() {
    return control;
  }

  RiskTier tier() {
    return state == null ? RiskTier.NORMAL : state.tier();
  }

  /** Share of their size that entries have now. */
  Quantity sizeShare() {
    TierPolicy policy = rules.tiers();
    return policy == null ? Quantity.ONE : policy.sizeIn(tier());
  }

  /** Whether the account lost as much as it may, so that all is closed. */
  boolean isStopped() {
    return stopped;
  }

  /** What tiers were entered and left, and when; for people. */
  List<String> happened() {
    return List.copyOf(happened);
  }

  /**
   * Takes a valuation.
   *
   * @return whether open orders are to be canceled
   */
  boolean valued(Position position, Money equity, Instant now) {
    TierPolicy policy = rules.tiers();
    if (policy == null) {
      return false;
    }
    TierState before = state == null ? Tiers.begin(equity, now, policy) : state;
    TierState after = Tiers.valued(before, List.of(line(position)), equity, now, policy);
    state = after;
    boolean cancels = before.tier() != after.tier() && moved(after, now);
    if (!stopped && rules.protection().isPortfolioStopMet(after.peak(), after.equity())) {
      stopped = true;
      write(portfolioStop(after, now), now);
      return true;
    }
    return cancels;
  }

  private boolean moved(TierState to, Instant now) {
    happened.add(now + " tier " + to.tier() + " at an equity of " + to.equity());
    HaltChanged wanted = TierHalt.of(Setup.ACCOUNT, to, now).orElse(null);
    for (HaltChanged halt : control.active()) {
      if (TierHalt.mayLift(Setup.ACCOUNT, halt)) {
        write(TierHalt.lifted(halt, to, now), null);
      }
    }
    if (wanted == null) {
      return false;
    }
    write(wanted, null);
    return wanted.cancelOrders();
  }

  private static HaltChanged portfolioStop(TierState state, Instant now) {
    return new HaltChanged(
        HaltScope.of(Setup.ACCOUNT),
        new HaltId("portfolio-stop"),
        HaltStatus.ACTIVE,
        HaltMode.HALTED,
        RiskTier.NORMAL,
        "PORTFOLIO_STOP: equity " + state.equity() + " of a peak of " + state.peak(),
        "backtest",
        now,
        true,
        true);
  }

  private void write(HaltChanged halt, @Nullable Instant told) {
    control = control.fold(halt.key(), halt, true, 0);
    if (told != null) {
      happened.add(told + " " + halt.reason());
    }
  }

  /** The halt in whose name a position may be closed, empty while none stands in its way. */
  Optional<String> authorising(InstrumentId instrument, SignalSource source) {
    return control.standing(Setup.ACCOUNT, instrument, source) instanceof Verdict.Halted halted
        ? halted.authorising().stream().sorted().findFirst()
        : Optional.empty();
  }

  private static PositionLine line(Position position) {
    return new PositionLine(
        position.instrument(),
        position.quantity(),
        new Price(0, 0),
        null,
        position.realizedPnl().of(position.currency()),
        null,
        position.fees().of(position.currency()));
  }
}
