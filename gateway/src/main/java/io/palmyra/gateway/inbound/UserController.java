package io.palmyra.gateway.inbound;

import io.palmyra.gateway.application.ManageUsers;
import io.palmyra.gateway.application.User;
import io.palmyra.gateway.application.UserChanges;
import io.palmyra.platform.security.CurrentUser;
import io.palmyra.platform.security.ForAdmins;
import io.palmyra.platform.security.Role;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Users, for admins. */
@RestController
@RequestMapping("/api/v1/users")
class UserController {
  private final ManageUsers users;
  private final CurrentUser caller;

  UserController(ManageUsers users, CurrentUser caller) {
    this.users = users;
    this.caller = caller;
  }

  record NewUser(
      @NotBlank String username,
      @NotBlank String password,
      @NotEmpty Set<Role> roles,
      @NotEmpty Set<String> accounts) {
    @Override
    public String toString() {
      return "NewUser[" + username + "]";
    }
  }

  record UserView(
      String username,
      List<Role> roles,
      List<String> accounts,
      boolean enabled,
      Instant createdAt,
      Instant changedAt) {
    static UserView of(User user) {
      return new UserView(
          user.username(),
          user.roles().stream().sorted().toList(),
          user.accounts().stream().sorted().toList(),
          user.enabled(),
          user.createdAt(),
          user.changedAt());
    }
  }

  record UserList(List<UserView> items) {}

  @GetMapping
  @ForAdmins
  @Operation(summary = "All users")
  UserList all() {
    return new UserList(users.all().stream().map(UserView::of).toList());
  }

  @PostMapping
  @ForAdmins
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Make a user")
  UserView create(@Valid @RequestBody NewUser user) {
    return UserView.of(
        users.create(
            user.username(), user.password(), user.roles(), user.accounts(), caller.name()));
  }

  @PatchMapping("/{username}")
  @ForAdmins
  @Operation(summary = "Change a user's password, roles or accounts, or shut the user out")
  UserView change(@PathVariable String username, @Valid @RequestBody UserChanges changes) {
    return UserView.of(users.change(username, changes, caller.name()));
  }
}
