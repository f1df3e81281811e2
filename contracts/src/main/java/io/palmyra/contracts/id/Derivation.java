package io.palmyra.contracts.id;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Derives an id from its cause: the first 128 bits of the SHA-256 over the parts. */
final class Derivation {
  /** Hex digits of a derived id. */
  static final int DIGITS = 32;

  private static final HexFormat HEX = HexFormat.of();

  /** Copied, since that is far cheaper than to look for its provider again. */
  private static final MessageDigest EMPTY = sha256();

  private Derivation() {}

  /** 32 hex digits that only the same parts in the same order give again. */
  static String derive(String... parts) {
    MessageDigest digest = fresh();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      // The length keeps ("ab","c") apart from ("a","bc").
      digest.update((byte) (bytes.length >>> 8));
      digest.update((byte) bytes.length);
      digest.update(bytes);
    }
    return HEX.formatHex(digest.digest(), 0, DIGITS / 2);
  }

  private static MessageDigest fresh() {
    try {
      return (MessageDigest) EMPTY.clone();
    } catch (CloneNotSupportedException e) {
      return sha256();
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
