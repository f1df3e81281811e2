package io.palmyra.gateway.application;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;

/**
 * A key that signs tokens.
 *
 * @param key P-256, with its private half and kid
 * @param signsFrom when it begins to sign; it is published before
 * @param publishedUntil when the last token that it signed has ended
 */
public record SigningKey(ECKey key, Instant signsFrom, Instant publishedUntil) {
  @Override
  public String toString() {
    return "SigningKey[" + key.getKeyID() + " from " + signsFrom + "]";
  }
}
