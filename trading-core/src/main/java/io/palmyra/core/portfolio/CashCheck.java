package io.palmyra.core.portfolio;

import io.palmyra.contracts.account.CashReported;
import io.palmyra.contracts.value.Money;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sets an account's cash beside what the venue reported, when the books stand at the very fill up
 * to which the report goes: before it they wait, after it nothing can be said. Of one account, used
 * by one thread.
 */
public final class CashCheck {
  private @Nullable CashReported waiting;

  /** Nothing reported yet. */
  public CashCheck() {}

  /**
   * Takes a report.
   *
   * @param books of the account
   * @param fillSequence of the last message on {@code fills} in them
   * @return the difference, for people; empty if there is none, or nothing can be said now
   */
  public Optional<String> reported(CashReported report, Books books, long fillSequence) {
    waiting = report;
    return filled(books, fillSequence);
  }

  /** The same once a fill was booked. */
  public Optional<String> filled(Books books, long fillSequence) {
    CashReported report = waiting;
    if (report == null || fillSequence < report.fillSequence()) {
      return Optional.empty();
    }
    waiting = null;
    return fillSequence == report.fillSequence() ? difference(report, books) : Optional.empty();
  }

  /** Something else was booked after the report: it says nothing of that. */
  public void booked() {
    waiting = null;
  }

  private static Optional<String> difference(CashReported report, Books books) {
    Balances ours = books.cash();
    var theirs = new Balances(report.cash());
    String differ =
        ours.plus(theirs).amounts().stream()
            .map(Money::currency)
            .filter(currency -> !ours.of(currency).equals(theirs.of(currency)))
            .map(currency -> ours.of(currency) + " here, " + theirs.of(currency) + " at the venue")
            .collect(Collectors.joining("; "));
    return differ.isEmpty() ? Optional.empty() : Optional.of(differ);
  }
}
