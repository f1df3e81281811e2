package io.palmyra.risk.application.reporting;

import java.util.Map;

/** Tells people what they must look at now. */
@FunctionalInterface
public interface Alerts {
  /**
   * Raises a critical alert; never blocks and never fails its caller.
   *
   * @param code stable, names the runbook
   * @param summary one sentence
   */
  void raise(String code, String summary, Map<String, String> attributes);
}
