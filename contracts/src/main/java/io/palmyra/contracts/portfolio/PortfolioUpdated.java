package io.palmyra.contracts.portfolio;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.value.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The books of an account after its last fill or at its last mark. The latest for its key holds.
 *
 * @param account whose
 * @param at when, in wall time
 * @param cash one for each currency
 * @param positions one for each instrument ever held
 * @param equity cash and open profit in the account's currency; null while a rate or mark is not
 *     known
 * @param realizedPnl in the account's currency, fees apart; null while a rate is not known
 * @param unrealizedPnl in the account's currency, null while a rate or mark is not known
 * @param fees in the account's currency; null while a rate is not known
 * @param fillSequence sequence of the last fill applied, 0 for none
 */
@WireName("portfolio-updated")
public record PortfolioUpdated(
    AccountId account,
    Instant at,
    List<CashLine> cash,
    List<PositionLine> positions,
    @Nullable Money equity,
    @Nullable Money realizedPnl,
    @Nullable Money unrealizedPnl,
    @Nullable Money fees,
    long fillSequence)
    implements PortfolioMessage {
  public PortfolioUpdated {
    cash = List.copyOf(cash);
    positions = List.copyOf(positions);
  }
}
