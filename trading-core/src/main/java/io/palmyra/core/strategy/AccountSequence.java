package io.palmyra.core.strategy;

import org.jspecify.annotations.Nullable;

/** How far an account's messages were seen: each counts once, and none may be missing. */
final class AccountSequence {
  private long last;

  /** Where a message stands after those before it. */
  enum Place {
    NEXT,
    REPEATED,
    AFTER_A_GAP
  }

  /** The last that was seen, 0 before the first. */
  long last() {
    return last;
  }

  /** Takes a message's number; one that has none is always the next. */
  Place take(@Nullable Long number) {
    if (number == null) {
      return Place.NEXT;
    }
    if (number <= last) {
      return Place.REPEATED;
    }
    Place place = number == last + 1 ? Place.NEXT : Place.AFTER_A_GAP;
    last = number;
    return place;
  }
}
