package io.palmyra.contracts.instrument;

/** What is particular to an instrument's kind. */
public sealed interface InstrumentTerms
    permits SpotTerms, MarginTerms, FutureTerms, PerpetualTerms, CfdTerms, OutcomeTokenTerms {

  /** The kind that these terms make. */
  default InstrumentKind kind() {
    return switch (this) {
      case SpotTerms _ -> InstrumentKind.SPOT;
      case MarginTerms _ -> InstrumentKind.MARGIN;
      case FutureTerms _ -> InstrumentKind.FUTURE;
      case PerpetualTerms _ -> InstrumentKind.PERPETUAL;
      case CfdTerms _ -> InstrumentKind.CFD;
      case OutcomeTokenTerms _ -> InstrumentKind.OUTCOME_TOKEN;
    };
  }
}
