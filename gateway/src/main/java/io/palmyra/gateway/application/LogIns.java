package io.palmyra.gateway.application;

import io.palmyra.gateway.GatewayProperties;
import io.palmyra.platform.security.Role;
import io.palmyra.platform.web.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Gives tokens to people, and to the command line of this machine. */
public final class LogIns {
  private static final Logger LOG = LoggerFactory.getLogger(LogIns.class);

  /** As costly to compare with as a user's, and of no password that anybody knows. */
  private static final String NOBODYS_HASH = "$2a$10$" + "Nobody".repeat(8) + "hasIt";

  private static final String WRONG = "User name or password is wrong.";

  private final Users users;
  private final PasswordEncoder passwords;
  private final TokenIssuer tokens;
  private final FailedLogIns failures;
  private final InstantSource clock;
  private final GatewayProperties properties;

  public LogIns(
      Users users,
      PasswordEncoder passwords,
      TokenIssuer tokens,
      FailedLogIns failures,
      InstantSource clock,
      GatewayProperties properties) {
    this.users = users;
    this.passwords = passwords;
    this.tokens = tokens;
    this.failures = failures;
    this.clock = clock;
    this.properties = properties;
  }

  /**
   * Logs a person in.
   *
   * @param address from which the person asks
   * @throws io.palmyra.platform.web.ProblemException 401 if name or password is wrong, 429 after
   *     too many failures
   */
  public Session logIn(String username, String password, String address) {
    failures.requireNotBanned(address);
    Optional<User> user = users.find(username).filter(User::enabled);
    // Compared in any case, so that the time taken does not tell whether the user exists.
    boolean right = passwords.matches(password, user.map(User::passwordHash).orElse(NOBODYS_HASH));
    if (user.isEmpty() || !right) {
      failures.failed(address);
      LOG.warn("log-in failed user={} address={}", username, address);
      throw Problems.unauthorized(WRONG);
    }
    failures.succeeded(address);
    LOG.info("log-in user={} address={}", username, address);
    return tokens.issue(
        user.get().username(), user.get().roles(), user.get().accounts(), clock.instant());
  }

  /**
   * Renews a token that is still good, with the user's present roles.
   *
   * @param sessionBegan the moment of the log-in, from the token
   */
  public Session renew(String username, Set<Role> roles, Instant sessionBegan) {
    if (!clock.instant().isBefore(sessionBegan.plus(properties.sessionLife()))) {
      throw Problems.unauthorized("The session is over. Log in again.");
    }
    if (username.equals(LocalUser.NAME)) {
      return tokens.issue(username, roles, LocalUser.ACCOUNTS, sessionBegan);
    }
    User user =
        users
            .find(username)
            .filter(User::enabled)
            .orElseThrow(() -> Problems.unauthorized("The user may no longer log in."));
    return tokens.issue(username, user.roles(), user.accounts(), sessionBegan);
  }

  /** Exchanges the key of this machine's command line for a token. */
  public Session exchange(String key, String address) {
    failures.requireNotBanned(address);
    if (properties.localAccessKeyFile() == null || !matchesLocalKey(key)) {
      failures.failed(address);
      throw Problems.unauthorized("The key is not known.");
    }
    return tokens.issue(LocalUser.NAME, LocalUser.ROLES, LocalUser.ACCOUNTS, clock.instant());
  }

  private boolean matchesLocalKey(String key) {
    try {
      String known =
          properties.localAccessKeyFile() == null
              ? ""
              : Files.readString(properties.localAccessKeyFile()).strip();
      return known.length() >= 32
          && MessageDigest.isEqual(
              known.getBytes(StandardCharsets.UTF_8), key.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
