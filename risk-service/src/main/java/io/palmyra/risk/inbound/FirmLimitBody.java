package io.palmyra.risk.inbound;

import io.palmyra.risk.application.limits.StoredFirmLimit;
import java.time.Instant;

/**
 * What the firm allows all its accounts of one base currency together; amounts are strings.
 *
 * @param currency of the accounts
 * @param maximumGross that their gross exposure limits may sum up to
 * @param maximumNet that their net exposure limits may sum up to
 * @param version to be sent back with a change
 * @param changedBy who changed it last
 * @param changedAt when
 * @param reason why
 */
record FirmLimitBody(
    String currency,
    String maximumGross,
    String maximumNet,
    long version,
    String changedBy,
    Instant changedAt,
    String reason) {

  static FirmLimitBody of(StoredFirmLimit stored) {
    return new FirmLimitBody(
        stored.limit().currency().value(),
        stored.limit().maximumGross().amount(),
        stored.limit().maximumNet().amount(),
        stored.version(),
        stored.changedBy(),
        stored.changedAt(),
        stored.reason());
  }
}
