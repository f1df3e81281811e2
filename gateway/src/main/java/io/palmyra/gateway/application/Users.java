package io.palmyra.gateway.application;

import java.util.List;
import java.util.Optional;

/** The people who may log in. */
public interface Users {
  /** A user by name. */
  Optional<User> find(String username);

  /** All users by name. */
  List<User> all();

  /** Adds or replaces a user. */
  void save(User user);

  /** Whether there is no user at all. */
  boolean isEmpty();
}
