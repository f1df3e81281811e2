package io.palmyra.platform.lane;

/**
 * Tells inside each transaction whether the account is still owned, besides the lane's own fence.
 */
@FunctionalInterface
public interface LaneGuard {
  /** The lane's own fence is enough. */
  LaneGuard NONE = () -> {};

  /**
   * Called inside each transaction, before its commit, which fails with {@link
   * LostOwnershipException} if another holds the account.
   */
  void verify();
}
