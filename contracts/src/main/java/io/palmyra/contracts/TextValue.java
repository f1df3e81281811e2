package io.palmyra.contracts;

/**
 * A value that stands on the wire as one plain string.
 *
 * <p>Implementations are records with a public constructor of that one string, which refuses what
 * is not allowed with an {@link IllegalArgumentException} naming the value and the rule.
 */
public interface TextValue {
  /** The text as it stands on the wire. */
  String value();
}
