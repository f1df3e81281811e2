package io.palmyra.gateway.application;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.palmyra.gateway.GatewayProperties;
import io.palmyra.platform.security.Role;
import io.palmyra.platform.settings.PlatformProperties;
import io.palmyra.platform.time.Ids;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Date;

/** Makes access tokens: ES256, typ {@code at+jwt}, short-lived. */
public final class TokenIssuer {
  /** Claim with the moment of the log-in from which a token was renewed, in epoch seconds. */
  public static final String SESSION_CLAIM = "session";

  private final SigningKeys keys;
  private final InstantSource clock;
  private final Ids ids;
  private final GatewayProperties properties;
  private final PlatformProperties platform;

  public TokenIssuer(
      SigningKeys keys,
      InstantSource clock,
      Ids ids,
      GatewayProperties properties,
      PlatformProperties platform) {
    this.keys = keys;
    this.clock = clock;
    this.ids = ids;
    this.properties = properties;
    this.platform = platform;
  }

  /**
   * A token for a user.
   *
   * @param loggedInAt when the session began; no token outlives it by more than the session's life
   */
  public Session issue(
      String username, Collection<Role> roles, Collection<String> accounts, Instant loggedInAt) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant sessionEnds = loggedInAt.plus(properties.sessionLife());
    Instant tokenEnds = now.plus(properties.tokenLife());
    Instant expiresAt = tokenEnds.isBefore(sessionEnds) ? tokenEnds : sessionEnds;
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(platform.security().issuer())
            .audience(platform.security().audience())
            .subject(username)
            .jwtID(ids.get())
            .issueTime(Date.from(now))
            .notBeforeTime(Date.from(now))
            .expirationTime(Date.from(expiresAt))
            .claim("roles", roles.stream().map(Role::name).sorted().toList())
            .claim("accounts", accounts.stream().sorted().toList())
            .claim(SESSION_CLAIM, loggedInAt.getEpochSecond())
            .build();
    var user =
        new Session.SessionUser(
            username, roles.stream().sorted().toList(), accounts.stream().sorted().toList());
    return new Session(sign(claims), expiresAt, user);
  }

  private String sign(JWTClaimsSet claims) {
    SigningKey key = keys.current();
    var header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .type(new JOSEObjectType("at+jwt"))
            .keyID(key.key().getKeyID())
            .build();
    try {
      var token = new SignedJWT(header, claims);
      token.sign(new ECDSASigner(key.key()));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("the signing key cannot sign", e);
    }
  }
}
