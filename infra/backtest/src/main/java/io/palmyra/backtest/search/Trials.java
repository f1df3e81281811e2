package io.palmyra.backtest.search;

import io.palmyra.local.LocalFailure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * The trials of one search: whatever is asked for is run once. What the file knows already is taken
 * from it, so a search that asks the same again goes on where it was interrupted. Used by one
 * thread.
 */
final class Trials {
  /** Number of a point whose parameters do not go together. */
  private static final int NONE = 0;

  private final Space space;
  private final TrialRunner runner;
  private final Workers workers;
  private final TrialFile file;
  private final int most;
  private final IntConsumer progress;
  private final List<Outcome> all = new ArrayList<>();
  private final Map<Point, Integer> numbers = new HashMap<>();
  private int dropped;

  /**
   * @param most trials that are run; what is asked beyond them is not
   * @param progress told of each trial that was run now, counted from 0 with all before it
   */
  Trials(
      Space space,
      TrialRunner runner,
      Workers workers,
      TrialFile file,
      int most,
      IntConsumer progress) {
    this.space = space;
    this.runner = runner;
    this.workers = workers;
    this.file = file;
    this.most = most;
    this.progress = progress;
  }

  /** Tries points, as many as there is room for, in their order. */
  void run(List<Point> points) {
    var fresh = new ArrayList<Trial>();
    for (Point point : points) {
      if (numbers.containsKey(point)) {
        continue;
      }
      Map<String, String> texts = space.texts(point);
      if (!runner.accepts(texts)) {
        numbers.put(point, NONE);
        dropped++;
      } else if (numbers.size() - dropped < most) {
        int number = numbers.size() - dropped + 1;
        numbers.put(point, number);
        var trial = new Trial(number, texts);
        if (number <= file.known().size()) {
          all.add(remembered(trial));
        } else {
          fresh.add(trial);
        }
      }
    }
    workers.run(
        fresh,
        runner::run,
        outcome -> {
          file.add(outcome);
          all.add(outcome);
          progress.accept(all.size() - 1);
        });
  }

  /** From the file. Its last row is worked out again: another version may have written it. */
  private Outcome remembered(Trial trial) {
    Outcome known = file.known().get(trial.number() - 1);
    boolean isLast = trial.number() == file.known().size();
    if (!known.trial().equals(trial) || (isLast && !runner.run(trial).equals(known))) {
      throw LocalFailure.refused(
          "Trial %d in %s is not what this version makes of it. Take another --out."
              .formatted(trial.number(), TrialFile.NAME));
    }
    return known;
  }

  /** What came of a point; empty if it was not tried. */
  Optional<Outcome> of(Point point) {
    int number = numbers.getOrDefault(point, NONE);
    return number == NONE ? Optional.empty() : Optional.of(all.get(number - 1));
  }

  /** Whether no more are run. */
  boolean isFull() {
    return all.size() >= most;
  }

  /** Trials that may still be run. */
  int room() {
    return most - all.size();
  }

  /** Those that were run, in their order. */
  List<Outcome> all() {
    return Collections.unmodifiableList(all);
  }

  /** Points whose parameters do not go together. */
  int dropped() {
    return dropped;
  }
}
