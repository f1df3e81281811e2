package io.palmyra.core.risk;

import io.palmyra.contracts.signal.InputOffset;
import io.palmyra.core.control.TradingControl;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a decision sees besides the account's own state.
 *
 * @param market last quotes, instruments, rates
 * @param limits of the account, null if none are set
 * @param control what halts hold, null while that is not known
 * @param standing what tier and capital leave of a size
 * @param now market time
 * @param wallTime of the approval
 * @param maximumOrderAge after which, since execution read it, an order is not sent any more
 * @param offsets how far risk had read
 * @param recorded whether decisions come with their whole record, which those that nobody publishes
 *     do without
 */
public record RiskView(
    Market market,
    @Nullable AccountLimits limits,
    @Nullable TradingControl control,
    Standing standing,
    Instant now,
    Instant wallTime,
    Duration maximumOrderAge,
    List<InputOffset> offsets,
    boolean recorded) {
  /** One whose decisions are recorded. */
  public RiskView(
      Market market,
      @Nullable AccountLimits limits,
      @Nullable TradingControl control,
      Standing standing,
      Instant now,
      Instant wallTime,
      Duration maximumOrderAge,
      List<InputOffset> offsets) {
    this(market, limits, control, standing, now, wallTime, maximumOrderAge, offsets, true);
  }
}
