package io.palmyra.core.risk;

import io.palmyra.contracts.decision.CheckOverride;
import io.palmyra.contracts.decision.CheckResult;
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

  /**
   * What a check found.
   *
   * @param passed whether the order may go on
   * @param value what was found
   * @param limit what is allowed
   */
  record Compared(boolean passed, String value, String limit) {
    static Compared of(boolean passed, Object value, Object limit) {
      return new Compared(passed, String.valueOf(value), String.valueOf(limit));
    }

    static <V extends Comparable<V>> Compared atMost(V value, V limit) {
      return of(value.compareTo(limit) <= 0, value, limit);
    }

    static <V extends Comparable<V>> Compared atLeast(V value, V limit) {
      return of(value.compareTo(limit) >= 0, value, limit);
    }
  }

  /** Runs checks up to the first that does not pass, and tells which that was. */
  static <T> Optional<Refusal> firstFailing(
      List<Check<T>> checks, T subject, List<CheckResult> trail) {
    return firstFailing(checks, subject, trail, null);
  }

  /**
   * The same where one check need not pass.
   *
   * @param override names that check, null for none
   */
  static <T> Optional<Refusal> firstFailing(
      List<Check<T>> checks, T subject, List<CheckResult> trail, @Nullable CheckOverride override) {
    for (Check<T> check : checks) {
      Compared found = check.rule().apply(subject);
      String name = check.code().name();
      String waived =
          !found.passed() && override != null && override.check().equals(name)
              ? override.id()
              : null;
      trail.add(new CheckResult(name, found.passed(), found.value(), found.limit(), waived));
      if (!found.passed() && waived == null) {
        return Optional.of(
            new Refusal(check.code(), "found " + found.value() + ", allowed " + found.limit()));
      }
    }
    return Optional.empty();
  }
}
