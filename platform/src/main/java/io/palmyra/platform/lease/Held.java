package io.palmyra.platform.lease;

/**
 * A lease while it is held, and for ever after: one object an epoch.
 *
 * <p>Safe to ask from any thread; asking costs one volatile read. A holder that wakes from a long
 * pause finds the deadline passed before it has asked anybody.
 */
public final class Held {
  private final String resource;
  private final long epoch;
  private final long notBeforeNanos;
  private volatile Term term;

  private record Term(boolean revoked, long untilNanos) {}

  /**
   * A lease just taken.
   *
   * @param epoch greater than that of every earlier holder
   * @param notBeforeNanos monotonic time before which the former holder may still believe in its
   *     own
   * @param untilNanos monotonic time up to which it is good unless extended
   */
  public Held(String resource, long epoch, long notBeforeNanos, long untilNanos) {
    this.resource = resource;
    this.epoch = epoch;
    this.notBeforeNanos = notBeforeNanos;
    this.term = new Term(false, untilNanos);
  }

  /** What is held. */
  public String resource() {
    return resource;
  }

  /** Fencing epoch: greater than that of every earlier holder. */
  public long epoch() {
    return epoch;
  }

  /**
   * Whether nobody else can own the resource at this moment.
   *
   * @param nowNanos monotonic time, read by the caller just before it sends
   */
  public boolean safeToSend(long nowNanos) {
    Term now = term;
    return !now.revoked && nowNanos - now.untilNanos < 0 && nowNanos - notBeforeNanos >= 0;
  }

  /** Whether the lease is known to be gone; it never comes back under this epoch. */
  public boolean revoked() {
    return term.revoked;
  }

  /** Found to be held still: good up to a later monotonic time, unless it is gone. */
  public void extendTo(long untilNanos) {
    if (!term.revoked) {
      term = new Term(false, untilNanos);
    }
  }

  /** Known to be gone. */
  public void revoke() {
    term = new Term(true, term.untilNanos);
  }
}
