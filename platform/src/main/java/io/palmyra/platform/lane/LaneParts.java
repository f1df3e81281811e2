package io.palmyra.platform.lane;

import io.micrometer.core.instrument.MeterRegistry;
import io.palmyra.platform.outbox.Outbox;
import io.palmyra.platform.poison.HaltRequests;
import io.palmyra.platform.stream.StreamParts;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What every lane is made of.
 *
 * @param stream consumers, codec, dead letters, tracing and clocks
 * @param jdbc on the service's database
 * @param transactions on the same database
 * @param outboxes makes an outbox for one lane
 * @param halts asked when a partition stops
 * @param ids gives UUIDv7 for messages without a cause
 * @param metrics where counts and times go
 */
public record LaneParts(
    StreamParts stream,
    JdbcTemplate jdbc,
    TransactionOperations transactions,
    Supplier<Outbox> outboxes,
    HaltRequests halts,
    Supplier<String> ids,
    MeterRegistry metrics) {}
