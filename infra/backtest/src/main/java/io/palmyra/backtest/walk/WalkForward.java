package io.palmyra.backtest.walk;

import io.palmyra.backtest.engine.StrategyFailedException;
import io.palmyra.backtest.history.Bars;
import io.palmyra.backtest.search.Found;
import io.palmyra.backtest.search.Goal;
import io.palmyra.backtest.search.Ground;
import io.palmyra.backtest.search.Outcome;
import io.palmyra.backtest.search.Played;
import io.palmyra.backtest.search.SearchPlan;
import io.palmyra.backtest.search.Workers;
import io.palmyra.contracts.value.Money;
import io.palmyra.local.LocalFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Walks over windows: what a choice is given ends where trading on it begins. */
public final class WalkForward {
  private final Ground ground;
  private final SearchPlan plan;
  private final Workers workers;
  private final Path directory;
  private final Stitched stitched;
  private final List<Step> steps = new ArrayList<>();

  /**
   * @param ground of all bars
   * @param begin number of the first bar that is traded
   * @param directory in which each window has one for its trials
   */
  public WalkForward(Ground ground, SearchPlan plan, Workers workers, Path directory, int begin) {
    this.ground = ground;
    this.plan = plan;
    this.workers = workers;
    this.directory = directory;
    this.stitched = new Stitched(ground.bars(), begin, ground.assumptions().cash());
  }

  /**
   * Walks; to be called once.
   *
   * @param windows in their order, without a gap between what is traded
   * @param progress told of each trial of each window that was run now
   */
  public Walked over(List<Window> windows, IntConsumer progress) throws IOException {
    int most = plan.search().most(plan.space());
    for (Window window : windows) {
      int before = (window.number() - 1) * most;
      step(window, step -> progress.accept(before + step));
    }
    return Walked.of(steps, stitched);
  }

  private void step(Window window, IntConsumer progress) throws IOException {
    Found found =
        plan.find(
            ground.over(window.from(), window.split()),
            workers,
            directory.resolve(window.directory()),
            progress);
    Outcome chosen = found.best().orElse(null);
    Money cash = stitched.equity();
    Played played = chosen == null || cash.signum() <= 0 ? null : traded(window, chosen, cash);
    if (played == null) {
      stitched.idle(window);
    } else {
      stitched.add(played);
    }
    steps.add(told(window, found, chosen, played, cash));
  }

  private Played traded(Window window, Outcome chosen, Money cash) {
    Ground unseen = ground.over(window.split(), window.to()).having(cash).closed();
    try {
      return Played.of(unseen, unseen.parameters(chosen.trial()));
    } catch (StrategyFailedException e) {
      throw LocalFailure.failed(
          "In window %d, after its choice, %s".formatted(window.number(), e.getMessage()));
    }
  }

  private Step told(
      Window window, Found found, @Nullable Outcome chosen, @Nullable Played played, Money cash) {
    Bars bars = ground.bars();
    return new Step(
        window.number(),
        bars.openTime(window.from()).toString(),
        bars.openTime(window.split()).toString(),
        bars.closeTime(window.to() - 1).toString(),
        found.outcomes().size(),
        chosen,
        chosen == null || played == null ? null : judged(chosen, played),
        cash.amount(),
        stitched.equity().amount(),
        played != null && played.result().openAtTheEnd());
  }

  /** What was traded is told, however few trades it had. */
  private Outcome judged(Outcome chosen, Played played) {
    return new Goal(plan.goal().objective(), 0)
        .judged(chosen.trial(), played.metrics(), played.result().hash());
  }
}
