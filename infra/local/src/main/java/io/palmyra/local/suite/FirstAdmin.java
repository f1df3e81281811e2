package io.palmyra.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The password of the first admin: made once, shown once. */
public final class FirstAdmin {
  private final SuiteHome home;

  /** Of the suite whose state lies there. */
  public FirstAdmin(SuiteHome home) {
    this.home = home;
  }

  /** The password. */
  public String password() {
    try {
      return Files.readString(new Secrets(home).firstAdminPassword());
    } catch (IOException e) {
      throw Disk.failure(e);
    }
  }

  /** The password, if no run has shown it yet; from now on it counts as shown. */
  public Optional<String> takePassword() {
    Path shown = home.data().resolve("first-admin-password-shown");
    if (Files.exists(shown)) {
      return Optional.empty();
    }
    try {
      Files.createFile(shown);
    } catch (IOException e) {
      throw Disk.failure(e);
    }
    return Optional.of(password());
  }
}
