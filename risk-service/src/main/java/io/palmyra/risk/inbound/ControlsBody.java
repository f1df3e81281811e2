package io.palmyra.risk.inbound;

import io.palmyra.risk.application.limits.StoredLimits;
import io.palmyra.risk.application.reporting.ControlCounts.Counts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The controls of an account, who answers for them, and how often they were at work.
 *
 * @param account whose
 * @param from begin of the period, in market time
 * @param to end of the period, not part of it
 * @param limits by name, as they stand; absent if none are set, and everything is denied
 * @param version of the limits, absent if none are set
 * @param changedBy who set them last
 * @param changedAt when
 * @param reason why
 * @param decided signals in the period
 * @param accepted of them
 * @param denials by check, most first; a check that is not there denied nothing
 * @param overrides of the period, by what they came to: PROPOSED, REFUSED, ACCEPTED or a check
 */
record ControlsBody(
    String account,
    Instant from,
    Instant to,
    @Nullable Map<String, String> limits,
    @Nullable Long version,
    @Nullable String changedBy,
    @Nullable Instant changedAt,
    @Nullable String reason,
    long decided,
    long accepted,
    List<DenialsBody> denials,
    Map<String, Long> overrides) {

  /**
   * One check's denials.
   *
   * @param check that denied
   * @param count of signals
   * @param last when the last one was denied, in market time
   */
  record DenialsBody(String check, long count, Instant last) {}

  static ControlsBody of(
      String account, Instant from, Instant to, @Nullable StoredLimits stored, Counts counts) {
    return new ControlsBody(
        account,
        from,
        to,
        stored == null ? null : new TreeMap<>(stored.limits().byName()),
        stored == null ? null : stored.version(),
        stored == null ? null : stored.changedBy(),
        stored == null ? null : stored.changedAt(),
        stored == null ? null : stored.reason(),
        counts.decided(),
        counts.accepted(),
        counts.denials().stream()
            .map(each -> new DenialsBody(each.check().name(), each.count(), each.last()))
            .toList(),
        counts.overrides());
  }
}
