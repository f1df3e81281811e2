package io.palmyra.contracts.instrument;

/** The kinds of product. */
public enum InstrumentKind {
  /** Delivered at once, owned outright. */
  SPOT,
  /** Spot on margin, such as FX. */
  MARGIN,
  /** A dated contract with margin. */
  FUTURE,
  /** A future without expiry, tied to its index by funding. */
  PERPETUAL,
  /** A contract for difference with a broker. */
  CFD,
  /** Pays one unit if an outcome happens, else nothing. */
  OUTCOME_TOKEN
}
