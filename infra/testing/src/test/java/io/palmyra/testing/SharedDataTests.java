package io.palmyra.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class SharedDataTests {
  @TempDir Path dir;

  @Test
  void findsDataBesideTheRepositoryFromAnyModule() throws IOException {
    Path file = Files.createDirectories(dir.resolve("shared/data/lean")).resolve("readme.md");
    Files.writeString(file, "x");
    Path module = Files.createDirectories(dir.resolve("palmyra/infra/testing"));
    assertThat(SharedData.require("lean/readme.md", Map.of(), null, module)).isEqualTo(file);
  }

  @Test
  void namedFolderComesFirst() throws IOException {
    Files.writeString(dir.resolve("a.csv"), "x");
    Map<String, String> environment = Map.of("PALMYRA_SHARED_DATA", dir.toString());
    assertThat(SharedData.require("a.csv", environment, null, Path.of("/")))
        .isEqualTo(dir.resolve("a.csv"));
    assertThat(SharedData.require("a.csv", Map.of(), dir.toString(), Path.of("/")))
        .isEqualTo(dir.resolve("a.csv"));
  }

  @Test
  void skipsWhereThereIsNoneAndFailsInCi() {
    Map<String, String> nowhere = Map.of("PALMYRA_SHARED_DATA", dir.toString());
    assertThatThrownBy(() -> SharedData.require("no.csv", nowhere, null, dir))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("no.csv")
        .hasMessageContaining("PALMYRA_SHARED_DATA");
    Map<String, String> ci = Map.of("PALMYRA_SHARED_DATA", dir.toString(), "CI", "true");
    assertThatThrownBy(() -> SharedData.require("no.csv", ci, null, dir))
        .isInstanceOf(AssertionFailedError.class);
  }
}
