package io.palmyra.platform.lease;

/** Hears of ownership, on the lease's own thread; must return at once. */
public interface LeaseListener {
  /** The resource is ours under a new epoch. */
  void acquired(Held held);

  /** It is not ours any more; {@link Held#safeToSend} already says no. */
  void lost(Held held);
}
