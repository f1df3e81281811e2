package io.palmyra.platform.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import io.palmyra.platform.settings.SecuritySettings;
import java.net.MalformedURLException;
import java.time.Duration;
import java.util.List;

/**
 * The gateway's public keys: fetched when first needed, kept, fetched again when a token names an
 * unknown one. However many unknown ones come, the gateway is asked at most every so often; while
 * it does not answer, the keys that are known serve on.
 */
final class GatewayKeys implements JWKSource<SecurityContext> {
  private static final int TIMEOUT_MILLIS = 2_000;
  private static final int MAX_BYTES = 64 * 1024;
  private static final Duration OUTAGE = Duration.ofHours(12);

  private final JWKSource<SecurityContext> source;

  GatewayKeys(SecuritySettings settings) {
    try {
      var http = new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MAX_BYTES);
      source =
          JWKSourceBuilder.<SecurityContext>create(settings.jwkSetUri().toURL(), http)
              .cache(settings.keysFor().toMillis(), TIMEOUT_MILLIS * 2L)
              .refreshAheadCache(false)
              .rateLimited(settings.keysAtMostEvery().toMillis())
              .retrying(false)
              .outageTolerant(OUTAGE.toMillis())
              .build();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(
          "palmyra.security.jwk-set-uri '" + settings.jwkSetUri() + "' is not a URL", e);
    }
  }

  @Override
  public List<JWK> get(JWKSelector selector, SecurityContext context) throws KeySourceException {
    try {
      return source.get(selector, context);
    } catch (RateLimitReachedException e) {
      // Asked a moment ago, and the key was not there.
      return List.of();
    }
  }
}
