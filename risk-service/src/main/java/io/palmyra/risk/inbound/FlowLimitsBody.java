package io.palmyra.risk.inbound;

import io.palmyra.core.risk.FlowLimits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;

/**
 * How fast an account may send.
 *
 * @param messagesPerSecond orders and replacements of one source
 * @param accountMessagesPerSecond of the whole account
 * @param maximumRepeats orders of one strategy, instrument and direction that may begin to fill
 *     within the repeat window; one more halts the strategy
 * @param repeatWindow above zero, such as PT1M
 * @param priceWalk share that prices may move away from the market of the first order
 * @param walkWindow above zero, such as PT1M
 */
record FlowLimitsBody(
    @NotNull @Min(1) @Max(100_000) Integer messagesPerSecond,
    @NotNull @Min(1) @Max(100_000) Integer accountMessagesPerSecond,
    @NotNull @Min(1) @Max(1_000_000) Integer maximumRepeats,
    @NotNull Duration repeatWindow,
    @NotBlank String priceWalk,
    @NotNull Duration walkWindow) {

  static FlowLimitsBody of(FlowLimits limits) {
    return new FlowLimitsBody(
        limits.messagesPerSecond(),
        limits.accountMessagesPerSecond(),
        limits.maximumRepeats(),
        limits.repeatWindow(),
        limits.priceWalk().toString(),
        limits.walkWindow());
  }

  FlowLimits limits() {
    return new FlowLimits(
        messagesPerSecond,
        accountMessagesPerSecond,
        maximumRepeats,
        Numbers.positive("flow.repeatWindow", repeatWindow),
        Numbers.quantity("flow.priceWalk", priceWalk),
        Numbers.positive("flow.walkWindow", walkWindow));
  }
}
