package io.palmyra.portfolio.inbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.portfolio.application.EquityPoint;
import java.time.Instant;

/**
 * A point of an equity curve, in the account's base currency.
 *
 * @param account whose
 * @param time wall time
 * @param equity cash and the value of all positions
 * @param cash all currencies together
 * @param realizedPnl fees apart
 * @param unrealizedPnl of what is open
 */
record EquityView(
    AccountId account,
    Instant time,
    String equity,
    String cash,
    String realizedPnl,
    String unrealizedPnl) {

  static EquityView of(AccountId account, EquityPoint point) {
    return new EquityView(
        account,
        point.time(),
        point.equity().amount(),
        point.cash().amount(),
        point.realizedPnl().amount(),
        point.unrealizedPnl().amount());
  }
}
