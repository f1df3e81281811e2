package io.palmyra.core.risk;

import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.contracts.decision.DecisionInputs;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.signal.InputOffset;
import io.palmyra.contracts.signal.Signal;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.control.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A signal with all that is known when it is decided; null is what is not known.
 *
 * @param signal to be decided
 * @param state of its account
 * @param view the rest
 * @param instrument terms
 * @param quoted last quote
 * @param limits that hold for the instrument
 * @param rate units of the account's currency for one of the instrument's quote currency
 * @param verdict of control
 * @param exposure in the instrument, before the order
 * @param authorisedByHalt key of the halt in whose name it is decided, null for none
 * @param most what an exit closes at most, null for all that is held
 */
record Question(
    Signal signal,
    RiskState state,
    RiskView view,
    @Nullable InstrumentDefined instrument,
    Market.@Nullable Quoted quoted,
    @Nullable RiskLimits limits,
    @Nullable Price rate,
    @Nullable Verdict verdict,
    Exposure exposure,
    @Nullable String authorisedByHalt,
    @Nullable Quantity most) {

  static Question of(Signal signal, RiskState state, RiskView view) {
    return of(signal, state, view, null, null);
  }

  static Question of(
      Signal signal,
      RiskState state,
      RiskView view,
      @Nullable String authorisedByHalt,
      @Nullable Quantity most) {
    InstrumentDefined instrument = view.market().instrument(signal.instrument());
    return new Question(
        signal,
        state,
        view,
        instrument,
        view.market().quote(signal.instrument()),
        view.limits() == null ? null : view.limits().of(signal.instrument(), view.now()),
        instrument == null
            ? null
            : view.market()
                .rate(instrument.quoteCurrency(), state.currency(), view.now())
                .orElse(null),
        view.control() == null
            ? null
            : view.control().standing(signal.account(), signal.instrument(), signal.source()),
        state.exposure(signal.instrument()),
        authorisedByHalt,
        most);
  }

  /** Every value that the decision may use, for {@code decisions}. */
  DecisionInputs used() {
    var offsets = new ArrayList<InputOffset>(view.offsets());
    if (quoted != null && quoted.offset() != null) {
      offsets.add(quoted.offset());
    }
    return new DecisionInputs(
        view.now(),
        quoted == null ? null : quoted.tick(),
        rate,
        exposure.position(),
        exposure.workingBuy(),
        exposure.workingSell(),
        state.equity(),
        view.standing().tier(),
        haltKeys(),
        limitsUsed(),
        offsets);
  }

  private Map<String, String> limitsUsed() {
    if (limits == null) {
      return Map.of();
    }
    Map<String, String> names = limits.byName();
    names.put("sizeShare", view.standing().sizeShare().toString());
    if (view.standing().capital() != null) {
      names.put("capital", view.standing().capital().toString());
    }
    names.putAll(view.standing().yardstick().byName());
    return names;
  }

  /** What of the instrument may not be traded, null if nothing is restricted. */
  @Nullable Restriction restriction() {
    return view.limits() == null ? null : view.limits().restriction(signal.instrument());
  }

  /** Keys of the halts that hold. */
  List<String> haltKeys() {
    return verdict == null ? List.of() : verdict.halts().stream().map(HaltChanged::key).toList();
  }
}
