package io.palmyra.contracts.alert;

import io.palmyra.contracts.WireName;
import java.time.Instant;
import java.util.Map;

/**
 * Something that a person must know.
 *
 * @param source service that raised it
 * @param severity how soon to look
 * @param code stable, names the runbook
 * @param summary one sentence
 * @param attributes ids and values
 * @param at when, in wall time
 */
@WireName("alert-raised")
public record AlertRaised(
    String source,
    Severity severity,
    String code,
    String summary,
    Map<String, String> attributes,
    Instant at)
    implements AlertMessage {
  public AlertRaised {
    attributes = Map.copyOf(attributes);
  }
}
