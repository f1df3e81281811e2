package io.palmyra.platform.time;

/** Local time that never steps: for leases, staleness and the age of orders, never for messages. */
@FunctionalInterface
public interface MonotonicClock {
  /** The machine's own. */
  MonotonicClock SYSTEM = System::nanoTime;

  /** Nanoseconds since some fixed moment of this process; only differences mean anything. */
  long nanos();
}
