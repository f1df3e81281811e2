package io.palmyra.contracts.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The chain of the audit log: each entry's hash is SHA-256 over the hash before it, its number, the
 * id of its message and every field of what was recorded, each as its length in bytes (four bytes,
 * −1 for null) and its UTF-8 text. So whoever keeps the newest hash can tell that no entry before
 * it was changed, taken out, put in or moved.
 */
public final class AuditChain {
  /** What stands before the first entry. */
  public static final String GENESIS = "0".repeat(64);

  private AuditChain() {}

  /**
   * Hash of an entry, 64 hex characters.
   *
   * @param previous hash of the entry before, {@link #GENESIS} before the first
   * @param number place in the chain, from 1
   * @param messageId id of the message on {@code audit}
   */
  public static String hash(String previous, long number, String messageId, ChangeRecorded change) {
    MessageDigest digest = sha256();
    for (String field :
        new @Nullable String[] {
          previous,
          Long.toString(number),
          messageId,
          change.source(),
          change.actor(),
          change.action(),
          change.target(),
          change.reason(),
          change.before(),
          change.after(),
          change.at().toString()
        }) {
      add(digest, field);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, @Nullable String field) {
    byte[] bytes = field == null ? new byte[0] : field.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(4).putInt(field == null ? -1 : bytes.length).flip());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
