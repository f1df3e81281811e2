package io.palmyra.local.suite;

import io.palmyra.local.server.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Secrets of the services: made once, one file each (mode 600), read by the services as settings.
 */
final class Secrets {
  private final SuiteHome home;

  Secrets(SuiteHome home) {
    this.home = home;
  }

  /** Makes what lacks. Returns whether the first admin's password is new, to be shown once. */
  boolean create() throws IOException {
    PrivateFiles.createDirectories(home.data().resolve("secrets"));
    for (ServiceSpec service : ServiceSpec.ALL) {
      PrivateFiles.createDirectories(home.secrets(service.id()));
      if (!service.database().isEmpty()) {
        ensure(databasePassword(service));
      }
    }
    ensure(home.secrets("simulated-venue").resolve("palmyra.venue.account-secret"));
    copy(
        home.secrets("simulated-venue").resolve("palmyra.venue.account-secret"),
        home.secrets("execution").resolve("palmyra.execution.venue-secret"));
    ensure(home.secrets("gateway").resolve("local-access-key"));
    copy(home.secrets("gateway").resolve("local-access-key"), home.token());
    ensure(home.secrets("gateway").resolve("key-encryption-key"));
    return ensure(firstAdminPassword());
  }

  Path firstAdminPassword() {
    return home.secrets("gateway").resolve("first-admin-password");
  }

  Path databasePassword(ServiceSpec service) {
    return home.secrets(service.id()).resolve("spring.datasource.password");
  }

  private static boolean ensure(Path file) throws IOException {
    if (Files.exists(file)) {
      return false;
    }
    PrivateFiles.write(file, PrivateFiles.secret());
    return true;
  }

  private static void copy(Path from, Path to) throws IOException {
    String secret = Files.readString(from);
    if (!Files.exists(to) || !Files.readString(to).equals(secret)) {
      PrivateFiles.write(to, secret);
    }
  }
}
