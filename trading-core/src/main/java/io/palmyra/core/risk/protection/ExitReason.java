package io.palmyra.core.risk.protection;

/** Why a position is closed to protect the account. */
public enum ExitReason {
  /** It lost as much as it may. */
  STOP_LOSS,
  /** It won what it was to win. */
  TAKE_PROFIT,
  /** It fell back from its best price by as much as it may. */
  TRAILING_STOP,
  /** The account as a whole lost as much as it may. */
  PORTFOLIO_STOP
}
