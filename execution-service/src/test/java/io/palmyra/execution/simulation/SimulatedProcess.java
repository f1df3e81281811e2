package io.palmyra.execution.simulation;

import java.time.Duration;

/** A process that may be killed or stopped for a while, between two steps or within one. */
abstract class SimulatedProcess {
  private final String name;
  private final World world;
  private boolean up = true;
  private boolean stopped;

  SimulatedProcess(String name, World world) {
    this.name = name;
    this.world = world;
  }

  String name() {
    return name;
  }

  World world() {
    return world;
  }

  boolean runs() {
    return up && !stopped;
  }

  boolean isUp() {
    return up;
  }

  /** A moment at which the process may be killed, or stopped for a while. */
  void hazard() {
    Faults faults = world.faults();
    if (faults.crashHere()) {
      throw new Crash(name);
    }
    faults.pauseHere().ifPresent(this::pause);
  }

  /** Stops; the others go on meanwhile. */
  void pause(Duration length) {
    stopped = true;
    try {
      world.passWithout(length);
    } finally {
      stopped = false;
    }
  }

  /** Does something of its own; it may not survive it. */
  void step(Runnable what) {
    try {
      what.run();
    } catch (Crash killed) {
      kill();
    }
  }

  void kill() {
    up = false;
    died();
  }

  void start() {
    if (!up) {
      up = true;
      started();
    }
  }

  /** Everything in memory is gone. */
  abstract void died();

  /** Begins with what is durable. */
  abstract void started();
}
