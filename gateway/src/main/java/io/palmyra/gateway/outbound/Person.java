package io.palmyra.gateway.outbound;

import io.palmyra.gateway.application.User;
import io.palmyra.platform.security.Role;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** A user's row. */
@Entity
class Person {
  @Id private String username = "";
  private String passwordHash = "";
  private String roles = "";
  private String accounts = "";
  private boolean enabled;
  private Instant createdAt = Instant.EPOCH;
  private Instant changedAt = Instant.EPOCH;

  /** For JPA. */
  protected Person() {}

  static Person of(User user) {
    var person = new Person();
    person.username = user.username();
    person.passwordHash = user.passwordHash();
    person.roles = joined(user.roles().stream().map(Role::name).toList());
    person.accounts = joined(user.accounts());
    person.enabled = user.enabled();
    person.createdAt = user.createdAt();
    person.changedAt = user.changedAt();
    return person;
  }

  User toUser() {
    var held = EnumSet.noneOf(Role.class);
    split(roles).forEach(name -> held.add(Role.valueOf(name)));
    return new User(username, passwordHash, held, split(accounts), enabled, createdAt, changedAt);
  }

  private static String joined(Collection<String> texts) {
    return texts.stream().sorted().collect(Collectors.joining(","));
  }

  private static Set<String> split(String joined) {
    return Arrays.stream(joined.split(",", -1))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
