package io.palmyra.execution.application;

import io.palmyra.platform.lane.LaneTransaction;
import io.palmyra.platform.lane.Urgency;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * What the sender has done and the journal must come to know. A note whose transaction failed is
 * handed to the lane again until it stands; with the tenure they end, and the next owner asks the
 * venue.
 */
final class Notes {
  private final LaneAccess lane;
  private final Queue<Note> refused = new ConcurrentLinkedQueue<>();

  private record Note(Consumer<LaneTransaction> change, Urgency urgency) {}

  Notes(LaneAccess lane) {
    this.lane = lane;
  }

  /** Notes something at once. */
  void now(Consumer<LaneTransaction> change) {
    hand(new Note(change, Urgency.NOW));
  }

  /** Notes something with the next commit: nobody waits for it. */
  void soon(Consumer<LaneTransaction> change) {
    hand(new Note(change, Urgency.SOON));
  }

  /** Hands over again what was refused. */
  void again() {
    for (int left = refused.size(); left > 0; left--) {
      Note next = refused.poll();
      if (next != null) {
        hand(next);
      }
    }
  }

  private void hand(Note note) {
    lane.submit(note.change(), note.urgency())
        .whenComplete(
            (done, failure) -> {
              if (failure != null) {
                refused.add(note);
              }
            });
  }
}
