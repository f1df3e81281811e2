package io.palmyra.backtest.parity;

import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.core.strategy.RunnerSettings;
import io.palmyra.core.strategy.RunnerState;
import io.palmyra.core.strategy.StrategyCatalogue;
import io.palmyra.core.strategy.StrategyRunner;
import io.palmyra.core.strategy.StrategyType;
import io.palmyra.core.strategy.Validated;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes the signals of a run again. */
final class RunReplay {
  /** No call is too long here: its time is another. */
  private static final Duration UNBOUND = Duration.ofDays(1);

  private final Run run;
  private final RunInputs inputs;
  private final Predicate<SignalId> known;
  private final OrderSearch search = new OrderSearch();
  private final List<Made> made = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private int reordered;

  private RunReplay(Run run, RunInputs inputs, Predicate<SignalId> known) {
    this.run = run;
    this.inputs = inputs;
    this.known = known;
  }

  /**
   * What came of a run.
   *
   * @param made its signals, in their order
   * @param reordered between how many of its points another order than that of recording was taken
   * @param notes on what could not be judged
   */
  record Replayed(List<Made> made, int reordered, List<String> notes) {}

  /**
   * Plays a run up to a moment.
   *
   * @param signals of the run, in the order of their topic, one past the moment included
   * @param known whether a signal is known to have been made, whether it stands there or not
   */
  static Replayed of(
      StrategyCatalogue catalogue,
      Run run,
      RunInputs inputs,
      List<Kept> signals,
      Predicate<SignalId> known,
      Instant until) {
    var replay = new RunReplay(run, inputs, known);
    StrategyType type = catalogue.find(run.strategy()).orElse(null);
    if (type == null) {
      replay.notes.add("there is no strategy '" + run.strategy() + "' here");
    } else if (type.descriptor().validate(run.parameters()) instanceof Validated.Accepted ok) {
      var settings =
          new RunnerSettings(
              run.instance(), run.account(), run.instrument(), run.validity(), UNBOUND);
      replay.play(
          new Player(
              () ->
                  new StrategyRunner(
                      settings, type.create(ok.parameters(), run.instrument()), () -> 0)),
          signals,
          until);
    } else {
      replay.notes.add("this release refuses its parameters " + run.parameters());
    }
    return new Replayed(replay.made, replay.reordered, replay.notes);
  }

  private void play(Player fresh, List<Kept> signals, Instant until) {
    notes.addAll(inputs.lost());
    Player player = fresh;
    inputs.past().forEach(player::take);
    player.goLive(run.paused());
    for (Mark mark : Mark.of(run, signals)) {
      List<Kept> some = inputs.upTo(mark.seen());
      Kept cause = mark.cause(run, some);
      player = window(player, some, cause, mark.ids());
      Run.Pause pause = mark.pause();
      if (pause != null) {
        player.pause(pause.paused());
      }
    }
    boolean goesOn = signals.stream().anyMatch(each -> !each.at().isBefore(until));
    if (!goesOn) {
      tail(player, until);
    }
  }

  private Player window(
      Player player, List<Kept> some, @Nullable Kept cause, List<SignalId> expected) {
    List<Kept> order = some;
    if (cause != null) {
      order = new ArrayList<>(some);
      order.remove(cause);
      order.add(cause);
    }
    OrderSearch.Played played =
        search.play(player, new Window(List.copyOf(order), cause, expected, known));
    made.addAll(played.made());
    reordered += played.reordered() ? 1 : 0;
    if (played.player().runner().state() instanceof RunnerState.Failed failed) {
      notes.add("made again it fails: " + failed.code() + ": " + failed.detail());
    }
    return played.player();
  }

  /** After the last point: to the end of the time, or to where the run may have ended. */
  private void tail(Player player, Instant until) {
    if (!run.ended().isBefore(until)) {
      window(player, inputs.before(until), null, List.of());
      return;
    }
    int unjudged = 0;
    for (Kept each : inputs.before(run.ended())) {
      unjudged += player.take(each).size();
    }
    if (unjudged > 0) {
      notes.add(
          "between its last signal and its end at %s at the latest, what it saw gives %d more; where it ended is not known"
              .formatted(run.ended(), unjudged));
    }
  }

  /** Whether a topic is read live. */
  static boolean isLive(Topic topic) {
    return topic != Topic.SIGNALS;
  }
}
