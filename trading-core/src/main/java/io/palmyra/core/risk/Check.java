package io.palmyra.core.risk;

import io.palmyra.contracts.decision.CheckOverride;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A named check.
 *
 * @param code why an order that does not pass is denied; also the check's name in decisions
 * @param rule what it compares
 * @param <T> what it looks at
 */
record Check<T>(DenialCode code, Function<T, Compared> rule) {

  /** Words that are put together only where somebody reads them. */
  interface Words {
    String text();
  }

  /**
   * What a check found. Both are told by their words, which nobody may ask for.
   *
   * @param passed whether the order may go on
   * @param found what was found
   * @param allowed what is allowed
   */
  record Compared(boolean passed, @Nullable Object found, Object allowed) {
    static Compared of(boolean passed, @Nullable Object found, Object allowed) {
      return new Compared(passed, found, allowed);
    }

    static Compared of(boolean passed, @Nullable Object found, Words allowed) {
      return new Compared(passed, found, allowed);
    }

    static Compared of(boolean passed, Words found, Words allowed) {
      return new Compared(passed, found, allowed);
    }

    static <V extends Comparable<V>> Compared atMost(V value, V limit) {
      return of(value.compareTo(limit) <= 0, value, limit);
    }

    static <V extends Comparable<V>> Compared atLeast(V value, V limit) {
      return of(value.compareTo(limit) >= 0, value, limit);
    }

    /** What was found, in words. */
    String value() {
      return inWords(found);
    }

    /** What is allowed, in words. */
    String limit() {
      return inWords(allowed);
    }

    private static String inWords(@Nullable Object told) {
      return told instanceof Words words ? words.text() : String.valueOf(told);
    }
  }

  /** Runs checks up to the first that does not pass, and tells which that was. */
  static <T> Optional<Refusal> firstFailing(List<Check<T>> checks, T subject, Trail trail) {
    return firstFailing(checks, subject, trail, null);
  }

  /**
   * The same where one check need not pass.
   *
   * @param override names that check, null for none
   */
  static <T> Optional<Refusal> firstFailing(
      List<Check<T>> checks, T subject, Trail trail, @Nullable CheckOverride override) {
    for (Check<T> check : checks) {
      Compared found = check.rule().apply(subject);
      String waived =
          !found.passed() && override != null && override.check().equals(check.code().name())
              ? override.id()
              : null;
      trail.note(check.code(), found, waived);
      if (!found.passed() && waived == null) {
        return Optional.of(
            new Refusal(check.code(), "found " + found.value() + ", allowed " + found.limit()));
      }
    }
    return Optional.empty();
  }
}
