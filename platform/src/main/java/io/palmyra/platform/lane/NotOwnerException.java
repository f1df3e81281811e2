package io.palmyra.platform.lane;

import io.palmyra.contracts.id.AccountId;

/**
 * The account's lane is not open on this instance now: another has it, or it is being taken over.
 */
public final class NotOwnerException extends RuntimeException {
  public NotOwnerException(AccountId account) {
    super("account " + account + " is not open on this instance");
  }
}
