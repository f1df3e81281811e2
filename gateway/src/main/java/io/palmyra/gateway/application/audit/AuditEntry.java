package io.palmyra.gateway.application.audit;

import io.palmyra.contracts.audit.AuditChain;
import io.palmyra.contracts.audit.ChangeRecorded;

/**
 * One change in the chain.
 *
 * @param number place in it, from 1
 * @param messageId id of the message on {@code audit}
 * @param change what was recorded
 * @param previousHash of the entry before
 * @param hash by {@link AuditChain}
 */
public record AuditEntry(
    long number, String messageId, ChangeRecorded change, String previousHash, String hash) {

  /**
   * Where the chain ends.
   *
   * @param number of the last entry, 0 before the first
   * @param hash of the last entry
   */
  public record Head(long number, String hash) {
    /** The entry that comes after it. */
    public AuditEntry next(String messageId, ChangeRecorded change) {
      long next = number + 1;
      return new AuditEntry(
          next, messageId, change, hash, AuditChain.hash(hash, next, messageId, change));
    }
  }
}
