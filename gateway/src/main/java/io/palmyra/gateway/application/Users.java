package io.palmyra.gateway.application;

import java.util.List;
import java.util.Optional;

/** The people who may log in. */
public interface Users {
  /** A user by name. */
  Optional<User> find(String username);

  /** All users by name. */
  List<User> all();

  /**
   * Adds a user.
   *
   * @return false if there is one of the name already
   */
  boolean add(User user);

  /**
   * Puts a user in the place of what it was.
   *
   * @return false if somebody else changed the user since {@code before} was read
   */
  boolean replace(User before, User after);
}
