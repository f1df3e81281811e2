package io.palmyra.core.venue;

import java.util.List;

/** What a request came to. */
public sealed interface Outcome {
  /**
   * It was done, or had been done before.
   *
   * @param order as it stands now
   * @param records that are new, to be journaled before anybody hears of them
   */
  record Done(VenueOrder order, List<VenueRecord> records) implements Outcome {
    public Done {
      records = List.copyOf(records);
    }
  }

  /**
   * Nothing was done and nothing is kept of it.
   *
   * @param refusal why
   */
  record Refused(Refusal refusal) implements Outcome {}

  /** The refusal of whoever does not have the newest epoch. */
  static Outcome fenced(long epoch) {
    return new Refused(new Refusal("FENCED", "epoch " + epoch + " is not the newest"));
  }
}
