package io.palmyra.execution.simulation;

import io.palmyra.contracts.control.ControlMessage;
import io.palmyra.execution.application.Journal;
import io.palmyra.execution.application.VenueConnector;

/** How the parts are put together. As they are, unless a test breaks something on purpose. */
interface Wiring {
  /** Nothing is broken. */
  Wiring SOUND = new Wiring() {};

  /** Execution's journal. */
  default Journal journal(Journal sound) {
    return sound;
  }

  /** What execution hears of control. */
  default ControlMessage heard(ControlMessage told) {
    return told;
  }

  /** Whether execution stops sending when it has heard nothing for long. */
  default boolean heedsStaleness() {
    return true;
  }

  /** Execution's way to the venue. */
  default VenueConnector connector(VenueConnector sound) {
    return sound;
  }

  /** Whether database and venue refuse old epochs. */
  default boolean fences() {
    return true;
  }

  /** Whether risk stores how far an order is worked off. */
  default boolean keepsProgress() {
    return true;
  }

  /** Whether readers drop what they have read before. */
  default boolean dropsRepeats() {
    return true;
  }
}
