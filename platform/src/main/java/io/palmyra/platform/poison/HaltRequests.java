package io.palmyra.platform.poison;

import io.palmyra.contracts.id.AccountId;

/**
 * Asks that an account be halted, because its stream has a gap or a record that cannot be applied.
 *
 * <p>Called on a reading thread; must not block for long. Repeats are expected and must be
 * harmless.
 */
public interface HaltRequests {
  /**
   * Asks for a halt.
   *
   * @param code stable, such as SEQUENCE_GAP or POISON
   * @param detail for people: topic, partition, offset, cause
   */
  void requestHalt(AccountId account, String code, String detail);
}
