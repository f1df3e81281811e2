package io.palmyra.execution.application;

import io.palmyra.core.control.TradingControl;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What control says, as far as it can be relied on.
 *
 * @param state empty while the topic is not read to its end
 * @param staleAfter age of risk's last heartbeat above which nothing is sent
 * @param haltAfter how long control may be stale without a person looking before it goes on
 */
public record Control(
    Supplier<Optional<TradingControl>> state, Duration staleAfter, Duration haltAfter) {}
