package io.palmyra.systemtest.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTablesTests {
  @Test
  void areFresh() throws IOException {
    String wanted = SettingsTables.wanted();
    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(SettingsTables.FILE, wanted);
    }
    assertThat(Files.exists(SettingsTables.FILE) ? Files.readString(SettingsTables.FILE) : "")
        .as("docs/settings.md is stale: %s", SettingsTables.COMMAND)
        .isEqualTo(wanted);
  }

  @Test
  void everySettingSaysWhatItMeans() {
    List<String> silent =
        SettingsTables.wanted().lines().filter(line -> line.matches("\\| `.*\\|\\s*\\|$")).toList();

    assertThat(silent).as("settings without a meaning").isEmpty();
  }
}
