package io.palmyra.core.risk;

import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.contracts.decision.ChildDue;
import io.palmyra.contracts.decision.DecisionBasis;
import io.palmyra.contracts.decision.DecisionInputs;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.signal.InputOffset;
import io.palmyra.contracts.signal.ReplaceRequested;
import io.palmyra.contracts.signal.Signal;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.core.control.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A signal with all that is known when it is decided, and nothing else: the same question has the
 * same answer, today and when it is read back from {@code decisions}. Null is what is not known.
 *
 * @param signal to be decided
 * @param mandate how it is asked for
 * @param now market time
 * @param accountKnown whether risk is set up for the account
 * @param currency the account's
 * @param equity the account's
 * @param standing what tier and capital leave of a size
 * @param instrument terms
 * @param quoted last quote
 * @param rate units of the account's currency for one of the instrument's quote currency
 * @param limits that hold for the instrument
 * @param restriction what of the instrument may not be traded, null if nothing is restricted
 * @param verdict of control
 * @param exposure in the instrument, before the order
 * @param named the open order that the signal names, null if there is none
 * @param child that is due, null if it is no question about a child
 * @param background what is looked at only where there is an order to compare
 * @param offsets how far risk had read
 * @param recorded whether the answer comes with its whole record
 */
record Question(
    Signal signal,
    Mandate mandate,
    Instant now,
    boolean accountKnown,
    Currency currency,
    @Nullable Money equity,
    Standing standing,
    @Nullable InstrumentDefined instrument,
    Market.@Nullable Quoted quoted,
    @Nullable Price rate,
    @Nullable RiskLimits limits,
    @Nullable Restriction restriction,
    @Nullable Verdict verdict,
    Exposure exposure,
    @Nullable Named named,
    @Nullable ChildDue child,
    Background background,
    List<InputOffset> offsets,
    boolean recorded) {

  static Question of(Signal signal, RiskState state, RiskView view, Mandate mandate) {
    return of(signal, state, view, mandate, true, null);
  }

  static Question ofChild(Signal whole, ChildDue child, RiskState state, RiskView view) {
    return of(whole, state, view, Mandate.PLAIN, true, child);
  }

  static Question ofUnknownAccount(Signal signal, RiskState empty, RiskView view) {
    return of(signal, empty, view, Mandate.PLAIN, false, null);
  }

  private static Question of(
      Signal signal,
      RiskState state,
      RiskView view,
      Mandate mandate,
      boolean accountKnown,
      @Nullable ChildDue child) {
    Market market = view.market();
    InstrumentDefined instrument = market.instrument(signal.instrument());
    AccountLimits limits = view.limits();
    Named named = Named.by(signal, state);
    return new Question(
        signal,
        mandate,
        view.now(),
        accountKnown,
        state.currency(),
        state.equity(),
        view.standing(),
        instrument,
        market.quote(signal.instrument()),
        instrument == null
            ? null
            : market.rate(instrument.quoteCurrency(), state.currency(), view.now()).orElse(null),
        limits == null ? null : limits.of(signal.instrument(), view.now()),
        limits == null ? null : limits.restriction(signal.instrument()),
        view.control() == null
            ? null
            : view.control().standing(signal.account(), signal.instrument(), signal.source()),
        state.exposure(signal.instrument()),
        named,
        child,
        new Background(
            new LiveBackground(state, signal, view, replaced(signal, named, child, state))),
        view.offsets(),
        view.recorded());
  }

  /** A child comes in its parent's place, a replacement in that of the order it names. */
  private static @Nullable OpenOrder replaced(
      Signal signal, @Nullable Named named, @Nullable ChildDue child, RiskState state) {
    if (child != null) {
      return state.open(child.parent()).orElse(null);
    }
    return signal instanceof ReplaceRequested && named != null ? named.order() : null;
  }

  /** Every value that the decision used, for {@code decisions}: enough to make it again. */
  DecisionInputs used() {
    return recorded ? whole() : used(List.of(), Map.of(), List.of(), null);
  }

  private DecisionInputs whole() {
    var read = new ArrayList<InputOffset>(offsets);
    if (quoted != null && quoted.offset() != null) {
      read.add(quoted.offset());
    }
    return used(haltKeys(), limitsUsed(), read, basis());
  }

  private DecisionInputs used(
      List<String> halts,
      Map<String, String> limitsByName,
      List<InputOffset> read,
      @Nullable DecisionBasis basis) {
    return new DecisionInputs(
        now,
        quoted == null ? null : quoted.tick(),
        rate,
        exposure.position(),
        exposure.workingBuy(),
        exposure.workingSell(),
        equity,
        standing.tier(),
        halts,
        limitsByName,
        read,
        basis);
  }

  private DecisionBasis basis() {
    return new DecisionBasis(
        signal,
        accountKnown,
        currency,
        instrument,
        verdict == null ? null : RecordedControl.of(verdict),
        restriction == null ? null : restriction.name(),
        exposure.unknown(),
        mandate.authorisedByHalt(),
        mandate.most(),
        named == null ? null : named.recorded(),
        child,
        background.account(),
        mandate.override(),
        background.volumes());
  }

  private Map<String, String> limitsUsed() {
    return limits == null ? Map.of() : RecordedLimits.byName(limits, standing);
  }

  /** Keys of the halts that hold. */
  List<String> haltKeys() {
    return verdict == null ? List.of() : verdict.halts().stream().map(HaltChanged::key).toList();
  }

  @Nullable String authorisedByHalt() {
    return mandate.authorisedByHalt();
  }
}
