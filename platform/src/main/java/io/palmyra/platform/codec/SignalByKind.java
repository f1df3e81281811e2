package io.palmyra.platform.codec;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.palmyra.contracts.signal.Signal;

/** A signal within a decision names its kind; on its own topic the envelope does. */
interface SignalByKind {
  /** The component of the record. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  Signal signal();
}
