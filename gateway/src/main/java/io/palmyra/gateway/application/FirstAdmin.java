package io.palmyra.gateway.application;

import io.palmyra.gateway.GatewayProperties;
import io.palmyra.platform.security.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/** Makes the user {@code admin}, with all roles, while there is no user. */
public final class FirstAdmin {
  private final Users users;
  private final ManageUsers manage;
  private final GatewayProperties properties;

  public FirstAdmin(Users users, ManageUsers manage, GatewayProperties properties) {
    this.users = users;
    this.manage = manage;
    this.properties = properties;
  }

  /** Called once, at start. */
  public void make() {
    Path file = properties.firstAdminPasswordFile();
    if (file != null && users.isEmpty()) {
      try {
        manage.create(
            "admin",
            Files.readString(file).strip(),
            EnumSet.allOf(Role.class),
            Set.of("*"),
            "gateway");
      } catch (IOException e) {
        throw new UncheckedIOException(
            "palmyra.gateway.first-admin-password-file " + file + " cannot be read", e);
      }
    }
  }
}
