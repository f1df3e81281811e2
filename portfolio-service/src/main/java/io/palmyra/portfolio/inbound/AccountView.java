package io.palmyra.portfolio.inbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.VenueId;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.core.portfolio.Valuation;
import io.palmyra.platform.settings.AccountSettings;
import io.palmyra.portfolio.application.Ledger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account with its worth.
 *
 * @param account which
 * @param baseCurrency what cash to fees are counted in
 * @param venue where its orders go
 * @param cash all currencies together; absent while a rate is not known
 * @param equity cash and the value of all positions; absent while a mark or rate is not known
 * @param realizedPnl fees apart
 * @param unrealizedPnl of what is open
 * @param fees paid
 * @param balances cash in each currency
 */
record AccountView(
    AccountId account,
    Currency baseCurrency,
    VenueId venue,
    @Nullable String cash,
    @Nullable String equity,
    @Nullable String realizedPnl,
    @Nullable String unrealizedPnl,
    @Nullable String fees,
    List<Money> balances) {

  static AccountView of(AccountSettings account, Ledger ledger, @Nullable Valuation worth) {
    return new AccountView(
        account.id(),
        account.baseCurrency(),
        account.venue(),
        worth == null ? null : amount(worth.cash()),
        worth == null ? null : amount(worth.equity()),
        worth == null ? null : amount(worth.realizedPnl()),
        worth == null ? null : amount(worth.unrealizedPnl()),
        worth == null ? null : amount(worth.fees()),
        ledger.books().cash().amounts());
  }

  static @Nullable String amount(@Nullable Money money) {
    return money == null ? null : money.amount();
  }
}
