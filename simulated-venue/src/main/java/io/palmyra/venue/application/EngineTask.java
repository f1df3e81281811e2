package io.palmyra.venue.application;

/** Something for the engine's thread to do. */
@FunctionalInterface
public interface EngineTask {
  /** Does it; what it wants told is told once the turn's records are durable. */
  void run(EngineTurn turn);
}
