package io.palmyra.core.risk.parent;

import io.palmyra.contracts.value.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When an approved order's children go, and how large they are. */
public sealed interface Plan {
  /** When no more children go, null if that is not told by the clock. */
  @Nullable Instant ends();

  /**
   * The size of the next child.
   *
   * @param released how many went before
   * @param rest what is left, above 0
   * @return above 0, at most the rest
   */
  Quantity size(int released, Quantity rest);

  /**
   * Whether the next child's time has come.
   *
   * @param released how many went before
   * @param working how many of them are open
   */
  boolean isDue(int released, int working, Instant now);

  /** How long after a child that filled the next one waits at least. */
  Duration pause();

  /**
   * A child at a moment.
   *
   * @param at market time
   * @param quantity above 0
   */
  record Slice(Instant at, Quantity quantity) {}

  /**
   * Children by the clock. What came back of them goes after the last of the plan, in children no
   * larger than the plan's largest.
   *
   * @param slices in the order of their time, at least one
   * @param ends after the last of them
   */
  record Timed(List<Slice> slices, Instant ends) implements Plan {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    public Timed {
      slices = List.copyOf(slices);
    }

    @Override
    public Quantity size(int released, Quantity rest) {
      if (released < slices.size()) {
        return slices.get(released).quantity().min(rest);
      }
      return slices.stream()
          .map(Slice::quantity)
          .max(Comparator.naturalOrder())
          .orElseThrow()
          .min(rest);
    }

    @Override
    public boolean isDue(int released, int working, Instant now) {
      return !now.isBefore(slices.get(Math.min(released, slices.size() - 1)).at());
    }

    @Override
    public Duration pause() {
      Duration apart = Duration.between(slices.getFirst().at(), ends).dividedBy(slices.size());
      return apart.compareTo(LONGEST_PAUSE) < 0 ? apart : LONGEST_PAUSE;
    }
  }

  /**
   * One child at a time.
   *
   * @param display size of each but the last, above 0
   */
  record Shown(Quantity display) implements Plan {
    @Override
    public @Nullable Instant ends() {
      return null;
    }

    @Override
    public Quantity size(int released, Quantity rest) {
      return display.min(rest);
    }

    @Override
    public boolean isDue(int released, int working, Instant now) {
      return working == 0;
    }

    @Override
    public Duration pause() {
      return Duration.ZERO;
    }
  }
}
