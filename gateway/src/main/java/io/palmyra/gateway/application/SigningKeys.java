package io.palmyra.gateway.application;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.palmyra.gateway.GatewayProperties;
import io.palmyra.platform.time.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that sign tokens, rotated so that services know each before it signs.
 *
 * <p>A key signs for a key life; its successor is published a day, or half of that life if shorter,
 * before it takes over, and the old one stays published until its last token has ended.
 */
public final class SigningKeys {
  private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);
  private static final Duration LONGEST_LEAD = Duration.ofDays(1);

  private final SigningKeyStore store;
  private final InstantSource clock;
  private final Ids ids;
  private final Duration keyLife;
  private final Duration lead;
  private final Duration overlap;
  private volatile List<SigningKey> published = List.of();

  public SigningKeys(
      SigningKeyStore store, InstantSource clock, Ids ids, GatewayProperties properties) {
    this.store = store;
    this.clock = clock;
    this.ids = ids;
    this.keyLife = properties.keyLife();
    Duration half = keyLife.dividedBy(2);
    this.lead = half.compareTo(LONGEST_LEAD) < 0 ? half : LONGEST_LEAD;
    this.overlap = properties.tokenLife().multipliedBy(2);
  }

  /** Makes the successor when it is due and reads the keys anew: at start, and now and then. */
  public synchronized void rotate() {
    Instant now = clock.instant();
    List<SigningKey> keys = store.publishedAt(now);
    if (keys.isEmpty()) {
      store.add(generate(now), now);
    } else {
      Instant ends = keys.getLast().signsFrom().plus(keyLife);
      if (!now.isBefore(ends.minus(lead))) {
        store.add(generate(ends.isBefore(now) ? now.plus(Duration.ofMinutes(1)) : ends), now);
      }
    }
    published = store.publishedAt(now);
  }

  private SigningKey generate(Instant signsFrom) {
    try {
      var key =
          new ECKeyGenerator(Curve.P_256)
              .keyID(ids.get())
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(JWSAlgorithm.ES256)
              .generate();
      LOG.info("signing key made kid={} signsFrom={}", key.getKeyID(), signsFrom);
      return new SigningKey(key, signsFrom, signsFrom.plus(keyLife).plus(overlap));
    } catch (JOSEException e) {
      throw new IllegalStateException("this JDK cannot make P-256 keys", e);
    }
  }

  /** The key that signs now. */
  public SigningKey current() {
    if (published.isEmpty()) {
      rotate();
    }
    Instant now = clock.instant();
    SigningKey signing = published.getFirst();
    for (SigningKey key : published) {
      if (!key.signsFrom().isAfter(now)) {
        signing = key;
      }
    }
    return signing;
  }

  /** The public halves of all keys, present and next. */
  public JWKSet publicKeys() {
    if (published.isEmpty()) {
      rotate();
    }
    return new JWKSet(published.stream().map(key -> (JWK) key.key().toPublicJWK()).toList());
  }
}
