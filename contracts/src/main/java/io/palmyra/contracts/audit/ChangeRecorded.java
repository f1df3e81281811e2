package io.palmyra.contracts.audit;

import io.palmyra.contracts.WireName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody changed something.
 *
 * @param source service that recorded it
 * @param actor person or service
 * @param action stable, such as halt-lifted or limits-changed
 * @param target what was changed
 * @param reason the actor's words, empty where none is asked for
 * @param before what held before, as JSON; null for something new
 * @param after what holds now, as JSON; null for something removed
 * @param at when, in wall time
 */
@WireName("change-recorded")
public record ChangeRecorded(
    String source,
    String actor,
    String action,
    String target,
    String reason,
    @Nullable String before,
    @Nullable String after,
    Instant at)
    implements AuditMessage {}
