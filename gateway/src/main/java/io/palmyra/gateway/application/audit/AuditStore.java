package io.palmyra.gateway.application.audit;

import io.palmyra.contracts.audit.ChangeRecorded;
import io.palmyra.gateway.application.audit.AuditEntry.Head;
import java.util.List;

/** Where the chain is kept. */
public interface AuditStore {
  /** The store can't be reached now. */
  final class UnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** For this reason. */
    public UnavailableException(Throwable cause) {
      super(cause);
    }
  }

  /**
   * Adds a change at the end, in one transaction; several instances may do so at once.
   *
   * @return false if a message of that id is in it already
   * @throws UnavailableException if it may go well later
   */
  boolean append(String messageId, ChangeRecorded change);

  /** Where it ends. */
  Head head();

  /** Entries with greater numbers, in their order. */
  List<AuditEntry> after(long number, int limit);
}
