package io.palmyra.platform.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.palmyra.platform.settings.SecuritySettings;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Builds the decoder of access tokens: ES256 and {@code at+jwt} only, whatever a token claims. */
final class AccessTokenDecoder {
  private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

  private AccessTokenDecoder() {}

  static JwtDecoder of(JWKSource<SecurityContext> keys, SecuritySettings settings, Clock wallTime) {
    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(ACCESS_TOKEN));
    processor.setJWSKeySelector(
        namedOnly(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, keys)));
    // Claims are checked below, in one place.
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    var decoder = new NimbusJwtDecoder(processor);
    var times = new JwtTimestampValidator(settings.clockSkew());
    times.setClock(wallTime);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<Jwt>(
            times,
            new JwtIssuerValidator(settings.issuer()),
            present(JwtClaimNames.EXP),
            present(JwtClaimNames.SUB),
            new JwtClaimValidator<List<String>>(
                JwtClaimNames.AUD,
                audiences -> audiences != null && audiences.contains(settings.audience()))));
    return decoder;
  }

  /** A token must name its key: no key is tried on a token that does not. */
  private static JWSKeySelector<SecurityContext> namedOnly(JWSKeySelector<SecurityContext> keys) {
    return (header, context) ->
        header.getKeyID() == null ? List.of() : keys.selectJWSKeys(header, context);
  }

  private static JwtClaimValidator<Object> present(String claim) {
    Predicate<Object> given = value -> value != null;
    return new JwtClaimValidator<>(claim, given);
  }
}
