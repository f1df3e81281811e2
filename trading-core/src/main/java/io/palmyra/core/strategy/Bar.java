package io.palmyra.core.strategy;

import io.palmyra.contracts.id.InstrumentId;
import java.time.Instant;

/**
 * A closed bar as strategies see it: doubles, since indicators compute in them. A view that its
 * feeder may reuse: valid during the call only.
 */
public interface Bar {
  /** Whose. */
  InstrumentId instrument();

  /** First moment that it does not cover. */
  Instant closeTime();

  /** First mid. */
  double open();

  /** Highest mid. */
  double high();

  /** Lowest mid. */
  double low();

  /** Last mid. */
  double close();

  /** Traded size, 0 where only quotes are known. */
  double volume();
}
