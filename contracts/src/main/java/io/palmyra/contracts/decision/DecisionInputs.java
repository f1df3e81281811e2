package io.palmyra.contracts.decision;

import io.palmyra.contracts.control.RiskTier;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.signal.InputOffset;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every value that a decision used, so that it can be explained and recomputed.
 *
 * @param decidedAt market time of the decision
 * @param quote last quote of the instrument, null if none was known
 * @param conversionRate quote currency into the account's, null if not needed or not known
 * @param position signed, before the order
 * @param workingBuy open buy quantity, before the order
 * @param workingSell open sell quantity, before the order
 * @param equity of the account, null if not known
 * @param tier of the account
 * @param halts keys of the halts that held
 * @param limits name to value of the limits that held
 * @param offsets how far risk had read
 * @param basis all else that it read, null in records of releases that did not keep it
 */
public record DecisionInputs(
    Instant decidedAt,
    @Nullable QuoteTick quote,
    @Nullable Price conversionRate,
    Quantity position,
    Quantity workingBuy,
    Quantity workingSell,
    @Nullable Money equity,
    RiskTier tier,
    List<String> halts,
    Map<String, String> limits,
    List<InputOffset> offsets,
    @Nullable DecisionBasis basis) {
  public DecisionInputs {
    halts = List.copyOf(halts);
    limits = Map.copyOf(limits);
    offsets = List.copyOf(offsets);
  }
}
