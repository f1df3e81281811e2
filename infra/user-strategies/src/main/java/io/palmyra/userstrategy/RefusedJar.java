package io.palmyra.userstrategy;

/**
 * A jar of which nothing was taken.
 *
 * @param file its name in the directory
 * @param sha256 of all its bytes, in hex; empty if it could not be read
 * @param reason in words
 */
public record RefusedJar(String file, String sha256, String reason) {
  /** Which and why, in one line. */
  public String inWords() {
    return "jar " + file + " is refused: " + reason;
  }
}
