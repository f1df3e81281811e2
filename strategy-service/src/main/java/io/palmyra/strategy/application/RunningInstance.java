package io.palmyra.strategy.application;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.StrategyInstanceId;
import io.palmyra.contracts.signal.Signal;
import io.palmyra.core.strategy.DataNeeds;
import io.palmyra.core.strategy.RunnerState;
import io.palmyra.core.strategy.StrategyRunner;
import io.palmyra.platform.stream.StreamRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An instance at work on this replica, under one term of its lease. Used by the thread of the
 * inputs; only {@link #state} may be asked by others. Its runner is used by the thread that reads
 * its past until that is over.
 *
 * <p>What comes while its past is still being read is kept and follows after it; the runner passes
 * over what stood in both.
 */
public final class RunningInstance {
  private static final Logger LOG = LoggerFactory.getLogger(RunningInstance.class);

  private final StrategyInstance instance;
  private final StrategyRunner runner;
  private final BooleanSupplier mine;
  private final SignalSink sink;
  private final RunJournal journal;
  private final SeenInputs seen = new SeenInputs();
  private List<InputSpan> listening = List.of();
  private volatile List<InputSpan> pastSpans = List.of();
  private @Nullable List<StreamRecord> early = new ArrayList<>();
  private RunnerState.@Nullable Failed failedEarly;
  private boolean paused;
  private long past;
  private volatile RunnerState state;

  /**
   * @param instance as it was when it started
   * @param mine whether the lease still allows signals; asked before each
   */
  public RunningInstance(
      StrategyInstance instance,
      StrategyRunner runner,
      BooleanSupplier mine,
      SignalSink sink,
      RunJournal journal) {
    this.instance = instance;
    this.runner = runner;
    this.mine = mine;
    this.sink = sink;
    this.journal = journal;
    this.paused = instance.state() == InstanceState.PAUSED;
    this.state = runner.state();
  }

  /** Which. */
  public StrategyInstanceId id() {
    return instance.id();
  }

  /** Whose order events it follows. */
  public AccountId account() {
    return instance.account();
  }

  /** Whose market it follows. */
  public InstrumentId instrument() {
    return instance.instrument();
  }

  /** What it wants to be fed. */
  public DataNeeds needs() {
    return runner.needs();
  }

  /** Where it is; any thread. */
  public RunnerState state() {
    return state;
  }

  /** From where on records of now come; before the first of them. */
  public void listensFrom(List<InputSpan> partitions) {
    listening = partitions;
  }

  /** What is read of the past; called by the thread that reads it, before it does. */
  public void pastIs(List<InputSpan> spans) {
    pastSpans = spans;
  }

  /** Takes a record of now. */
  public void on(StreamRecord record) {
    List<StreamRecord> kept = early;
    if (kept != null) {
      kept.add(record);
    } else {
      apply(record);
    }
  }

  /**
   * Takes a record of its past. Called by the thread that reads the past, until {@link #begin}; a
   * record that was taken before is passed over.
   */
  public void onPast(StreamRecord record) {
    past++;
    runner.on(record.topic(), record.partition(), record.offset(), record.envelope());
  }

  /** Its past is over: takes what came meanwhile; from then on it signals. */
  public void begin() {
    if (failedEarly != null) {
      runner.fail(failedEarly.code(), failedEarly.detail());
    }
    runner.goLive(paused);
    state = runner.state();
    journal.live(instance, paused, inputs());
    List<StreamRecord> kept = early;
    early = null;
    LOG.info(
        "instance live instance={} account={} instrument={} state={} position={} past={} meanwhile={}",
        id(),
        account(),
        instrument(),
        state,
        runner.position(),
        past,
        kept == null ? 0 : kept.size());
    if (kept != null) {
      kept.forEach(this::apply);
    }
  }

  /** The past, and what is listened to without any. */
  private List<InputSpan> inputs() {
    Set<String> ofThePast = pastSpans.stream().map(InputSpan::topic).collect(Collectors.toSet());
    return Stream.concat(
            pastSpans.stream(),
            listening.stream().filter(each -> !ofThePast.contains(each.topic())))
        .toList();
  }

  /** No new entries, or entries again. */
  public void pause(boolean wanted) {
    boolean changes = paused != wanted;
    paused = wanted;
    if (early == null) {
      runner.pause(wanted);
      state = runner.state();
      if (changes) {
        journal.paused(instance, wanted, seen.list());
      }
    }
  }

  /** Stops it for good, since what it hears can no longer be trusted. */
  public void fail(String code, String detail) {
    if (early == null) {
      runner.fail(code, detail);
      state = runner.state();
    } else if (failedEarly == null) {
      failedEarly = new RunnerState.Failed(code, detail);
      state = failedEarly;
    }
  }

  private void apply(StreamRecord record) {
    seen.took(record);
    List<Signal> signals =
        runner.on(record.topic(), record.partition(), record.offset(), record.envelope());
    for (Signal signal : signals) {
      if (mine.getAsBoolean()) {
        sink.send(signal, runner.marketTime(), record.envelope());
      } else {
        LOG.warn("signal withheld instance={} cause=lease not held", id());
      }
    }
    if (!runner.state().equals(state)) {
      state = runner.state();
    }
  }
}
