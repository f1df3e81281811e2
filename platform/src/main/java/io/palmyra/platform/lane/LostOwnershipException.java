package io.palmyra.platform.lane;

/** Another instance owns what a transaction was about to change; nothing of it was written. */
public final class LostOwnershipException extends RuntimeException {
  /**
   * @param what partition, account or resource that was lost
   */
  public LostOwnershipException(String what) {
    super("lost ownership of " + what);
  }
}
