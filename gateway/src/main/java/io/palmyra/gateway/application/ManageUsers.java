package io.palmyra.gateway.application;

import io.palmyra.contracts.audit.ChangeRecorded;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.platform.security.Role;
import io.palmyra.platform.stream.Publisher;
import io.palmyra.platform.web.Problems;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Makes and changes users; every change is audited with who did it. */
public final class ManageUsers {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@-]{1,64}");
  private static final String SOURCE = "gateway";

  private final Users users;
  private final PasswordEncoder passwords;
  private final Publisher publisher;
  private final InstantSource clock;

  public ManageUsers(
      Users users, PasswordEncoder passwords, Publisher publisher, InstantSource clock) {
    this.users = users;
    this.passwords = passwords;
    this.publisher = publisher;
    this.clock = clock;
  }

  /** All users by name. */
  public List<User> all() {
    return users.all();
  }

  /** Makes a user. */
  public User create(
      String username, String password, Set<Role> roles, Set<String> accounts, String actor) {
    if (!NAME.matcher(username).matches() || username.equals(LocalUser.NAME)) {
      throw Problems.invalid(
          "username", username, "1 to 64 letters, digits and . _ @ -, other than local");
    }
    requirePassword(password);
    requireAccounts(accounts);
    Instant now = clock.instant();
    var user = new User(username, hash(password), roles, accounts, true, now, now);
    if (!users.add(user)) {
      throw Problems.conflict("There is a user '" + username + "' already.");
    }
    audit(actor, "user-created", null, user);
    return user;
  }

  /** Changes a user. */
  public User change(String username, UserChanges changes, String actor) {
    User before = users.find(username).orElseThrow(() -> Problems.notFound("user", username));
    if (changes.password() != null) {
      requirePassword(changes.password());
    }
    if (changes.accounts() != null) {
      requireAccounts(changes.accounts());
    }
    if (username.equals(actor) && Boolean.FALSE.equals(changes.enabled())) {
      throw Problems.conflict("Nobody can shut himself out.");
    }
    var after =
        new User(
            username,
            changes.password() == null ? before.passwordHash() : hash(changes.password()),
            Objects.requireNonNullElse(changes.roles(), before.roles()),
            Objects.requireNonNullElse(changes.accounts(), before.accounts()),
            Objects.requireNonNullElse(changes.enabled(), before.enabled()),
            before.createdAt(),
            clock.instant());
    if (!users.replace(before, after)) {
      throw Problems.conflict("User '" + username + "' was changed meanwhile; look again.");
    }
    audit(actor, "user-changed", before, after);
    return after;
  }

  private String hash(String password) {
    return Objects.requireNonNull(passwords.encode(password), "hash");
  }

  private static void requirePassword(String password) {
    if (password.length() < 12 || password.length() > 128) {
      throw Problems.invalid("password", null, "12 to 128 characters");
    }
  }

  private static void requireAccounts(Set<String> accounts) {
    for (String account : accounts) {
      try {
        if (!account.equals("*")) {
          new AccountId(account);
        }
      } catch (IllegalArgumentException e) {
        throw Problems.invalid("accounts", account, "* or ids of accounts");
      }
    }
  }

  private void audit(String actor, String action, @Nullable User before, User after) {
    var change =
        new ChangeRecorded(
            SOURCE,
            actor,
            action,
            "user:" + after.username(),
            "",
            before == null ? null : describe(before),
            describe(after),
            after.changedAt());
    publisher.publish(Topic.AUDIT, SOURCE, publisher.envelope(change, change.at(), null));
  }

  private static String describe(User user) {
    return "{\"roles\":\"%s\",\"accounts\":\"%s\",\"enabled\":%s}"
        .formatted(
            user.roles().stream().map(Role::name).sorted().toList(),
            user.accounts().stream().sorted().toList(),
            user.enabled());
  }
}
