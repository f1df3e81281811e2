package io.palmyra.core.risk;

/** Why risk denies a proposal. The names are the stable codes on {@code decisions}. */
public enum DenialCode {
  /** Its {@code validUntil} has passed. */
  EXPIRED,
  /** A halt holds, or control is not known. */
  HALTED,
  /** The account is none of those that risk is set up for. */
  UNKNOWN_ACCOUNT,
  /** The instrument is not defined. */
  UNKNOWN_INSTRUMENT,
  /** The instrument's market is closed at this market time. */
  MARKET_CLOSED,
  /** No limits are set for the account. */
  NO_LIMIT,
  /** There is no quote, or it is too old, or from the future. */
  STALE_PRICE,
  /** A rate into the account's currency is missing or stale. */
  NO_RATE,
  /** The account's equity is not known, so nothing can be sized. */
  NO_EQUITY,
  /** Entries are sized by the average true range, and there are too few bars for it. */
  NO_VOLATILITY,
  /** Entries are sized by the source's record, and it shows no edge. */
  NO_EDGE,
  /** The sized quantity comes to less than the smallest order. */
  SIZE_ZERO,
  /** There is no position to close that working orders do not close already. */
  NOTHING_TO_CLOSE,
  /** Prices that do not fit the type of the order, or a quantity that is not above 0. */
  MALFORMED,
  /** A price is no whole number of ticks. */
  TICK_SIZE,
  /** The quantity is no whole number of lots. */
  LOT_SIZE,
  /** The quantity is below the instrument's least. */
  MINIMUM_QUANTITY,
  /** The quantity is above the instrument's most. */
  MAXIMUM_QUANTITY,
  /** It may only reduce a position, and would not, working orders counted. */
  REDUCE_ONLY,
  /** An order whose fate is unknown blocks new exposure in the instrument. */
  UNKNOWN_ORDER,
  /** A price is too far from the middle of the market. */
  PRICE_COLLAR,
  /** The quantity is above the limit of one order. */
  ORDER_QUANTITY,
  /** The value is above the limit of one order. */
  ORDER_VALUE,
  /** The position could come to be above the limit in quantity. */
  POSITION_LIMIT,
  /** The position could come to be above the limit in value. */
  POSITION_VALUE,
  /** The instrument is on the restricted list, for this side at least. */
  RESTRICTED,
  /** All positions of the account together could come to be worth more than the limit. */
  GROSS_EXPOSURE,
  /** What is long and what is short could come to differ by more than the limit. */
  NET_EXPOSURE,
  /** What a strategy holds and has working could come to be worth more than its limit. */
  STRATEGY_EXPOSURE,
  /** Initial margin could come to take more of equity than allowed; or equity is not known. */
  BUYING_POWER,
  /** The price is too far from where the market was at the account's first orders of late. */
  PRICE_WALK,
  /** The source has sent as many orders within a second as it may. */
  MESSAGE_RATE,
  /** The account has sent as many orders within a second as it may. */
  ACCOUNT_MESSAGE_RATE,
  /** The same order was accepted from the same source a moment ago. */
  DUPLICATE_ORDER,
  /** It could trade with an open order of the same account. */
  SELF_TRADE,
  /** The order to cancel or replace is not open. */
  ORDER_NOT_OPEN,
  /** The order to replace waits for the answer to another replacement. */
  REPLACE_PENDING,
  /** The order can't be worked off by the algorithm asked for. */
  ALGORITHM,
  /** It is worked off in children, or is one, and can be canceled but not replaced. */
  PART_OF_ALGORITHM,
  /** The exits that it asks for make no sense where it would fill. */
  BRACKET,
  /** A number does not fit its type; nothing real is that large. */
  OVERFLOW
}
