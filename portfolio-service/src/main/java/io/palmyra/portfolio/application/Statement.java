package io.palmyra.portfolio.application;

import io.palmyra.contracts.portfolio.CashLine;
import io.palmyra.contracts.portfolio.PortfolioUpdated;
import io.palmyra.contracts.portfolio.PositionLine;
import io.palmyra.contracts.value.Money;
import io.palmyra.core.portfolio.MarkedPosition;
import io.palmyra.core.portfolio.Position;
import io.palmyra.core.portfolio.Valuation;
import java.time.Instant;

/** Says on {@code portfolio} how books stand. */
final class Statement {
  private Statement() {}

  static PortfolioUpdated of(Ledger ledger, Valuation valuation, Instant at) {
    return new PortfolioUpdated(
        ledger.account(),
        at,
        ledger.books().cash().amounts().stream().map(CashLine::new).toList(),
        valuation.marked().stream().map(Statement::line).toList(),
        valuation.equity(),
        valuation.realizedPnl(),
        valuation.unrealizedPnl(),
        valuation.fees(),
        ledger.fillSequence());
  }

  private static PositionLine line(MarkedPosition marked) {
    Position position = marked.position();
    return new PositionLine(
        position.instrument(),
        position.quantity(),
        position.averagePrice(),
        marked.mark(),
        position.realizedPnl().of(position.currency()),
        marked.unrealizedPnl(),
        feesOf(position));
  }

  /** In the quote currency, unless all were paid in others; then in the first of those. */
  private static Money feesOf(Position position) {
    Money quoted = position.fees().of(position.currency());
    return quoted.signum() != 0 || position.fees().amounts().isEmpty()
        ? quoted
        : position.fees().amounts().stream()
            .filter(fee -> fee.signum() != 0)
            .findFirst()
            .orElse(quoted);
  }
}
