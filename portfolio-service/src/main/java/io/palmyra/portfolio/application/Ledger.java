package io.palmyra.portfolio.application;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.core.portfolio.Books;

/**
 * The books of an account and how far they go.
 *
 * @param books as they stand
 * @param fillSequence sequence of the last message of {@code fills} in them, 0 for none
 */
public record Ledger(Books books, long fillSequence) {
  /** The ledger of an account in which nothing happened yet. */
  static Ledger of(AccountId account) {
    return new Ledger(Books.of(account), 0);
  }

  /** Whose. */
  public AccountId account() {
    return books.account();
  }

  Ledger with(Books changed) {
    return new Ledger(changed, fillSequence);
  }

  Ledger upTo(long sequence) {
    return new Ledger(books, sequence);
  }
}
