package io.palmyra.platform.security;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Checks access tokens and reads who they speak for. Thread-safe. */
public final class Tokens {
  private final JwtDecoder decoder;

  Tokens(JwtDecoder decoder) {
    this.decoder = decoder;
  }

  /**
   * The caller of a token that came outside an HTTP header, as on a WebSocket.
   *
   * @throws org.springframework.security.oauth2.jwt.JwtException if the token is not valid
   */
  public Caller check(String token) {
    return caller(decoder.decode(token));
  }

  Caller caller(Jwt jwt) {
    return new Caller(
        Objects.requireNonNull(jwt.getSubject(), "sub"),
        roles(jwt),
        Set.copyOf(texts(jwt, "accounts")),
        Objects.requireNonNullElse(jwt.getExpiresAt(), Instant.EPOCH));
  }

  /** The roles of a token; a name that is no role gives nothing. */
  static Set<Role> roles(Jwt jwt) {
    var roles = EnumSet.noneOf(Role.class);
    List<String> names = texts(jwt, "roles");
    Arrays.stream(Role.values()).filter(role -> names.contains(role.name())).forEach(roles::add);
    return roles;
  }

  private static List<String> texts(Jwt jwt, String claim) {
    List<String> texts = jwt.getClaimAsStringList(claim);
    return texts == null ? List.of() : texts;
  }
}
