package io.palmyra.gateway.inbound;

import io.palmyra.gateway.GatewayProperties;
import io.palmyra.gateway.application.ManageUsers;
import io.palmyra.platform.security.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Makes the user {@code admin}, with all roles, while there is no user. */
@Component
class FirstStart implements ApplicationRunner {
  private final ManageUsers users;
  private final GatewayProperties properties;

  FirstStart(ManageUsers users, GatewayProperties properties) {
    this.users = users;
    this.properties = properties;
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    Path file = properties.firstAdminPasswordFile();
    if (file != null && users.all().isEmpty()) {
      String password = Files.readString(file).strip();
      users.create("admin", password, EnumSet.allOf(Role.class), Set.of("*"), "gateway");
    }
  }
}
