package io.palmyra.risk.inbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.core.risk.tier.TierState;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where an account stands; amounts are strings in its currency.
 *
 * @param account which
 * @param tier NORMAL, WARNING, CRITICAL or EMERGENCY
 * @param since in market time
 * @param currency of the amounts
 * @param equity at the last valuation
 * @param peak highest equity since measuring began
 * @param opening equity at the first valuation of the day
 * @param day of the policy's zone
 * @param consecutiveLosses round trips in a row that lost
 * @param calmSince since when every measure is below what the tier is left at, absent if not
 */
record TierBody(
    String account,
    String tier,
    Instant since,
    String currency,
    String equity,
    String peak,
    String opening,
    LocalDate day,
    int consecutiveLosses,
    @Nullable Instant calmSince) {
  static TierBody of(AccountId account, TierState state) {
    return new TierBody(
        account.value(),
        state.tier().name(),
        state.since(),
        state.equity().currency().value(),
        state.equity().amount(),
        state.peak().amount(),
        state.opening().amount(),
        state.day(),
        state.consecutiveLosses(),
        state.calmSince());
  }
}
