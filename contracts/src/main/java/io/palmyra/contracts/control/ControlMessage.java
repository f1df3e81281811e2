package io.palmyra.contracts.control;

import io.palmyra.contracts.Message;

/** What stands on {@code control}, which execution obeys. */
public sealed interface ControlMessage extends Message permits HaltChanged, RiskHeartbeat {
  /** Key of the record on its topic. */
  String key();
}
