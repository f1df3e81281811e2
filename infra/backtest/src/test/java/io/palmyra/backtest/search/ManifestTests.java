package io.palmyra.backtest.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestTests {
  @TempDir Path dir;

  @Test
  void aDirectoryServesTheSameSearchAndNamesWhatDiffers() throws IOException {
    new Manifest(Map.of("seed", "1", "cash", "5 USD")).claim(dir);
    new Manifest(Map.of("cash", "5 USD", "seed", "1")).claim(dir);
    assertThatThrownBy(() -> new Manifest(Map.of("seed", "2", "cash", "5 USD")).claim(dir))
        .hasMessageContaining("seed is '1' there and '2' here");
    assertThatThrownBy(() -> new Manifest(Map.of("seed", "1")).claim(dir))
        .hasMessageContaining("cash is '5 USD' there and 'not given' here");
    assertThat(dir.resolve(Manifest.NAME)).exists();
  }

  @Test
  void trialsOfWhichNothingIsKnownAreLeftAlone() throws IOException {
    Files.writeString(dir.resolve(TrialFile.NAME), "mine\n");
    assertThatThrownBy(() -> new Manifest(Map.of("seed", "1")).claim(dir))
        .hasMessageContaining("of which nothing is known");
    assertThat(dir.resolve(TrialFile.NAME)).hasContent("mine");
  }

  @Test
  void oneThatCannotBeReadIsToldOf() throws IOException {
    Files.writeString(dir.resolve(Manifest.NAME), "{");
    assertThatThrownBy(() -> new Manifest(Map.of("seed", "1")).claim(dir))
        .hasMessageContaining("cannot be read");
  }
}
