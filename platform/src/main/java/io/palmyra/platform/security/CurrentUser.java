package io.palmyra.platform.security;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;

/** Tells who makes the request that the calling thread serves. */
public final class CurrentUser {
  private final Tokens tokens;

  CurrentUser(Tokens tokens) {
    this.tokens = tokens;
  }

  /**
   * The caller.
   *
   * @throws IllegalStateException outside of a request with a token
   */
  public Caller caller() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null && authentication.getPrincipal() instanceof Jwt jwt) {
      return tokens.caller(jwt);
    }
    throw new IllegalStateException("no token in this thread's request");
  }

  /** The caller's user name. */
  public String name() {
    return caller().name();
  }
}
