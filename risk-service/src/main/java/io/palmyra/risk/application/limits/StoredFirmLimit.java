package io.palmyra.risk.application.limits;

import io.palmyra.core.risk.FirmLimit;
import java.time.Instant;

/**
 * A limit of the firm as it stands.
 *
 * @param limit what holds
 * @param version grows by one with each change, from 1
 * @param changedBy who changed it last
 * @param changedAt when, in wall time
 * @param reason why
 */
public record StoredFirmLimit(
    FirmLimit limit, long version, String changedBy, Instant changedAt, String reason) {}
