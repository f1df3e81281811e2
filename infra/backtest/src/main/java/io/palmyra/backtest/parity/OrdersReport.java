package io.palmyra.backtest.parity;

import java.util.List;

/**
 * What came of decisions and orders.
 *
 * @param decisions made again from their records alone
 * @param orders that follow from decisions
 * @param differences each
 */
public record OrdersReport(Score decisions, Score orders, List<Difference> differences) {}
