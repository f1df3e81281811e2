package io.palmyra.contracts.control;

import io.palmyra.contracts.WireName;
import java.time.Instant;
import java.util.List;

/**
 * The loop that decides is alive for these account partitions.
 *
 * @param instance of risk
 * @param counter grows by one each time, from 1
 * @param partitions account partitions that the instance decides for
 * @param at when, in wall time; never used for staleness
 */
@WireName("risk-heartbeat")
public record RiskHeartbeat(String instance, long counter, List<Integer> partitions, Instant at)
    implements ControlMessage {
  public RiskHeartbeat {
    partitions = List.copyOf(partitions);
  }

  /** Key of the record on its topic. */
  @Override
  public String key() {
    return "heartbeat/" + instance;
  }
}
