package io.palmyra.strategy.application;

import io.palmyra.contracts.id.StrategyInstanceId;
import io.palmyra.core.strategy.RunnerState;
import io.palmyra.core.strategy.StrategyRunner;
import io.palmyra.platform.lease.Held;
import io.palmyra.platform.poison.HaltRequests;
import io.palmyra.platform.time.MonotonicClock;
import io.palmyra.platform.web.ProblemException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The instances that run on this replica: brings what runs in line with what people want and what
 * the leases allow. {@link #turn} is called on a beat and after each change.
 */
public final class Fleet {
  private static final Logger LOG = LoggerFactory.getLogger(Fleet.class);

  private final InstanceStore store;
  private final EditInstances edit;
  private final InstanceLeases leases;
  private final InputFeed feed;
  private final BiFunction<StrategyInstance, BooleanSupplier, RunningInstance> starter;
  private final HaltRequests halts;
  private final MonotonicClock monotonic;
  private final String service;
  private final Map<StrategyInstanceId, Run> runs = new HashMap<>();

  private record Run(StrategyInstance instance, Held held, RunningInstance running) {}

  /**
   * @param starter builds the run of an instance, given whether its signals may still go
   * @param service name of this service, the actor where an instance fails
   */
  public Fleet(
      InstanceStore store,
      EditInstances edit,
      InstanceLeases leases,
      InputFeed feed,
      BiFunction<StrategyInstance, BooleanSupplier, RunningInstance> starter,
      HaltRequests halts,
      MonotonicClock monotonic,
      String service) {
    this.store = store;
    this.edit = edit;
    this.leases = leases;
    this.feed = feed;
    this.starter = starter;
    this.halts = halts;
    this.monotonic = monotonic;
    this.service = service;
  }

  /** Starts, restarts, pauses and stops what has to be. */
  public synchronized void turn() {
    for (StrategyInstance instance : store.all()) {
      try {
        align(instance);
      } catch (RuntimeException e) {
        LOG.error("instance not aligned instance={}", instance.id(), e);
      }
    }
  }

  /** Stops all runs of this replica. */
  public synchronized void stopAll() {
    runs.values().forEach(run -> feed.stop(run.running()));
    runs.clear();
  }

  /** How many instances run here. */
  public synchronized int size() {
    return runs.size();
  }

  /** Where the run of an instance is, empty if it does not run here. */
  public synchronized Optional<RunnerState> state(StrategyInstanceId id) {
    return Optional.ofNullable(runs.get(id)).map(run -> run.running().state());
  }

  private void align(StrategyInstance instance) {
    Run run = runs.get(instance.id());
    Held held = leases.held(instance.id()).filter(found -> !found.revoked()).orElse(null);
    if (run != null && (!run.held().equals(held) || isOutdated(run, instance))) {
      drop(run);
      run = null;
    }
    if (held == null || instance.state() == InstanceState.FAILED) {
      return;
    }
    if (run == null) {
      // Only once nobody else can signal any more is everything that was signalled readable.
      if (held.safeToSend(monotonic.nanos())) {
        start(instance, held);
      }
    } else if (run.running().state() instanceof RunnerState.Failed failed) {
      fail(instance, failed);
      drop(run);
    } else {
      feed.pause(instance.id(), instance.state() == InstanceState.PAUSED);
    }
  }

  private void drop(Run run) {
    feed.stop(run.running());
    runs.remove(run.instance().id());
  }

  private void fail(StrategyInstance instance, RunnerState.Failed failed) {
    edit.fail(instance.id(), failed.code() + ": " + failed.detail(), service);
    if (failed.code().equals(StrategyRunner.SEQUENCE_GAP)) {
      halts.requestHalt(instance.account(), failed.code(), failed.detail());
    }
  }

  private static boolean isOutdated(Run run, StrategyInstance instance) {
    return instance.state() == InstanceState.FAILED
        || !run.instance().parameters().equals(instance.parameters());
  }

  private void start(StrategyInstance instance, Held held) {
    LOG.info("instance starts instance={} epoch={}", instance.id(), held.epoch());
    RunningInstance running;
    try {
      running = starter.apply(instance, () -> held.safeToSend(monotonic.nanos()));
    } catch (RuntimeException e) {
      // Its type is not there, its parameters are no longer allowed, or its own code threw.
      LOG.error("instance not started instance={}", instance.id(), e);
      edit.fail(instance.id(), "NOT_STARTED: " + reason(e), service);
      return;
    }
    feed.start(running);
    runs.put(instance.id(), new Run(instance, held, running));
  }

  private static String reason(RuntimeException e) {
    return e instanceof ProblemException problem ? String.valueOf(problem.getMessage()) : "" + e;
  }
}
