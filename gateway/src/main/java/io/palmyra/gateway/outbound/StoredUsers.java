package io.palmyra.gateway.outbound;

import io.palmyra.gateway.application.User;
import io.palmyra.gateway.application.Users;
import io.palmyra.platform.security.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Users in the database. */
@Component
class StoredUsers implements Users {
  private static final String PERSON =
      "select username, password_hash, roles, accounts, enabled, created_at, changed_at from person";

  private final JdbcClient jdbc;

  StoredUsers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<User> find(String username) {
    return jdbc.sql(PERSON + " where username = ?")
        .param(username)
        .query(StoredUsers::user)
        .optional();
  }

  @Override
  public List<User> all() {
    return jdbc.sql(PERSON + " order by username").query(StoredUsers::user).list();
  }

  @Override
  public boolean add(User user) {
    return jdbc.sql(
                "insert into person (username, password_hash, roles, accounts, enabled, created_at,"
                    + " changed_at) values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
            .params(
                user.username(),
                user.passwordHash(),
                joined(user.roles().stream().map(Role::name).toList()),
                joined(user.accounts()),
                user.enabled(),
                Timestamp.from(user.createdAt()),
                Timestamp.from(user.changedAt()))
            .update()
        == 1;
  }

  @Override
  public boolean replace(User before, User after) {
    return jdbc.sql(
                "update person set password_hash = ?, roles = ?, accounts = ?, enabled = ?,"
                    + " changed_at = ? where username = ? and changed_at = ?")
            .params(
                after.passwordHash(),
                joined(after.roles().stream().map(Role::name).toList()),
                joined(after.accounts()),
                after.enabled(),
                Timestamp.from(after.changedAt()),
                before.username(),
                Timestamp.from(before.changedAt()))
            .update()
        == 1;
  }

  private static User user(ResultSet row, int number) throws SQLException {
    var roles = EnumSet.noneOf(Role.class);
    split(row.getString("roles")).forEach(name -> roles.add(Role.valueOf(name)));
    return new User(
        row.getString("username"),
        row.getString("password_hash"),
        roles,
        split(row.getString("accounts")),
        row.getBoolean("enabled"),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("changed_at").toInstant());
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
