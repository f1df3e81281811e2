package io.palmyra.gateway.application;

/**
 * Counts failed log-ins by address: more than {@link #ALLOWED} within an hour ban the address for
 * an hour.
 *
 * <p>Where the count cannot be read, log-ins are refused: it is what keeps passwords from being
 * guessed.
 */
public interface FailedLogIns {
  /** Failures within an hour that are borne. */
  int ALLOWED = 10;

  /**
   * Lets an address go on, unless it is banned.
   *
   * @throws io.palmyra.platform.web.ProblemException 429 if it is, 503 if that can't be told
   */
  void requireNotBanned(String address);

  /** Counts a failure; the ban lasts an hour from the last one. */
  void failed(String address);

  /** Forgets the failures of an address. */
  void succeeded(String address);
}
