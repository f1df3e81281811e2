package io.palmyra.local.explain;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * All that is known of one order; each link is an envelope as it stands on its topic.
 *
 * @param order its client order id
 * @param signal what it came from, empty where it was not published or is not kept any more
 * @param inputs what the proposer and risk had read last, with where it stood
 * @param decisions of risk: on the signal, and on the child if it is one
 * @param command the order for execution
 * @param events its life
 * @param fills booked of it
 */
public record OrderChain(
    String order,
    Optional<JsonNode> signal,
    List<Input> inputs,
    List<JsonNode> decisions,
    Optional<JsonNode> command,
    List<JsonNode> events,
    List<JsonNode> fills) {
  /**
   * A record that was read before a decision.
   *
   * @param place topic, partition and offset
   * @param by who had read it: the signal or the decision
   * @param record empty where it is not kept any more
   */
  public record Input(String place, String by, Optional<JsonNode> record) {}
}
