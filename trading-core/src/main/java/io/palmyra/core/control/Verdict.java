package io.palmyra.core.control;

import io.palmyra.contracts.control.HaltChanged;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What control says of one order, from mild to strict. */
public sealed interface Verdict {
  /** Whether an order may go; cancels always may. */
  boolean admits(boolean reduceOnly, @Nullable String authorisedByHalt);

  /** The halts that hold, in the order of their keys; empty where none does. */
  List<HaltChanged> halts();

  /** Nothing forbids it. */
  record Running() implements Verdict {
    @Override
    public boolean admits(boolean reduceOnly, @Nullable String authorisedByHalt) {
      return true;
    }

    @Override
    public List<HaltChanged> halts() {
      return List.of();
    }
  }

  /**
   * Only what reduces a position may go, working orders counted.
   *
   * @param halts that hold, at least one
   */
  record ReduceOnly(List<HaltChanged> halts) implements Verdict {
    public ReduceOnly {
      halts = List.copyOf(halts);
    }

    @Override
    public boolean admits(boolean reduceOnly, @Nullable String authorisedByHalt) {
      return reduceOnly;
    }
  }

  /**
   * Nothing may go but reduce-only orders that name a halt which authorises them.
   *
   * @param halts that hold, at least one
   * @param authorising keys of halts that an order may name; empty while what control says is not
   *     whole, because {@code all/initial} was never written or a record was torn out
   */
  record Halted(List<HaltChanged> halts, Set<String> authorising) implements Verdict {
    public Halted {
      halts = List.copyOf(halts);
      authorising = Set.copyOf(authorising);
    }

    @Override
    public boolean admits(boolean reduceOnly, @Nullable String authorisedByHalt) {
      return reduceOnly && authorisedByHalt != null && authorising.contains(authorisedByHalt);
    }
  }

  /**
   * Risk is not known to be alive for the account: nothing may go.
   *
   * @param reason for people and logs
   * @param halts that held when it was last known
   */
  record NotFresh(String reason, List<HaltChanged> halts) implements Verdict {
    public NotFresh {
      halts = List.copyOf(halts);
    }

    @Override
    public boolean admits(boolean reduceOnly, @Nullable String authorisedByHalt) {
      return false;
    }
  }
}
