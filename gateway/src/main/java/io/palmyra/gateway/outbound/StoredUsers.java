package io.palmyra.gateway.outbound;

import io.palmyra.gateway.application.User;
import io.palmyra.gateway.application.Users;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;

/** Users in the database. */
@Component
class StoredUsers implements Users {
  private final People people;

  StoredUsers(People people) {
    this.people = people;
  }

  @Override
  public Optional<User> find(String username) {
    return people.findById(username).map(Person::toUser);
  }

  @Override
  public List<User> all() {
    return people.findAll(Sort.by("username")).stream().map(Person::toUser).toList();
  }

  @Override
  public void save(User user) {
    people.save(Person.of(user));
  }

  @Override
  public boolean isEmpty() {
    return people.count() == 0;
  }
}
