package io.palmyra.userstrategy.file;

/**
 * A file of which nothing was taken.
 *
 * @param file its path in the directory
 * @param sha256 of all its bytes, in hex; empty if it could not be read
 * @param reason in words
 */
public record RefusedFile(String file, String sha256, String reason) {
  /** Which and why, in one line. */
  public String inWords() {
    return file + " is refused: " + reason;
  }
}
