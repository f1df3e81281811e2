package io.palmyra.core.risk;

import io.palmyra.contracts.value.Quantity;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How fast an account may send, in market time.
 *
 * @param messagesPerSecond orders and replacements of one source within a second, at least 1
 * @param accountMessagesPerSecond of the whole account within a second, at least 1
 * @param maximumRepeats orders of one strategy in one instrument and direction that may begin to
 *     fill within the repeat window; one more and the strategy is halted. At least 1
 * @param repeatWindow above zero
 * @param priceWalk the most that an order's price may differ from the middle of the market at the
 *     account's first order in the instrument within the walk window, as a share of it, above 0
 * @param walkWindow above zero
 */
public record FlowLimits(
    int messagesPerSecond,
    int accountMessagesPerSecond,
    int maximumRepeats,
    Duration repeatWindow,
    Quantity priceWalk,
    Duration walkWindow) {
  public FlowLimits {
    RiskLimits.requireAboveZero("messagesPerSecond", messagesPerSecond, messagesPerSecond);
    RiskLimits.requireAboveZero(
        "accountMessagesPerSecond", accountMessagesPerSecond, accountMessagesPerSecond);
    RiskLimits.requireAboveZero("maximumRepeats", maximumRepeats, maximumRepeats);
    RiskLimits.requireAboveZero("repeatWindow", repeatWindow.isPositive() ? 1 : 0, repeatWindow);
    RiskLimits.requireAboveZero("priceWalk", priceWalk.signum(), priceWalk);
    RiskLimits.requireAboveZero("walkWindow", walkWindow.isPositive() ? 1 : 0, walkWindow);
  }

  /**
   * Why a strategy must be stopped.
   *
   * @param begun orders of one strategy, instrument and direction that began to fill in the window
   * @return empty while they are no more than may be
   */
  public Optional<String> repeated(int begun) {
    return begun <= maximumRepeats
        ? Optional.empty()
        : Optional.of(
            "more than " + maximumRepeats + " orders began to fill within " + repeatWindow);
  }

  void addTo(Map<String, String> names) {
    names.put("messagesPerSecond", Integer.toString(messagesPerSecond));
    names.put("accountMessagesPerSecond", Integer.toString(accountMessagesPerSecond));
    names.put("maximumRepeats", Integer.toString(maximumRepeats));
    names.put("repeatWindow", repeatWindow.toString());
    names.put("priceWalk", priceWalk.toString());
    names.put("walkWindow", walkWindow.toString());
  }
}
