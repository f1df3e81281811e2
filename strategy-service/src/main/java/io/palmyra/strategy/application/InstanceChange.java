package io.palmyra.strategy.application;

import io.palmyra.contracts.id.StrategyInstanceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody changed an instance.
 *
 * @param instance which
 * @param at when, in wall time
 * @param actor person or service
 * @param action stable: made, tuned, paused, resumed, failed
 * @param before what held before, as JSON; null for something new
 * @param after what holds now, as JSON
 */
public record InstanceChange(
    StrategyInstanceId instance,
    Instant at,
    String actor,
    String action,
    @Nullable String before,
    String after) {}
