package io.palmyra.risk.application.reporting;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.core.risk.DenialCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** How often the controls of an account were at work. */
public interface ControlCounts {
  /** Signals that were decided from one moment of market time up to another. */
  Counts of(AccountId account, Instant from, Instant to);

  /**
   * Counts of a period.
   *
   * @param decided signals
   * @param accepted of them
   * @param denials by the check that denied, most first
   * @param overrides by what they came to: PROPOSED, REFUSED, ACCEPTED, or a check's name
   */
  record Counts(long decided, long accepted, List<Denials> denials, Map<String, Long> overrides) {}

  /**
   * One check's denials.
   *
   * @param check that denied
   * @param count of signals
   * @param last when the last one was denied, in market time
   */
  record Denials(DenialCode check, long count, Instant last) {}
}
