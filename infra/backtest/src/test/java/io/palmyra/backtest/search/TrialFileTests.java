package io.palmyra.backtest.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palmyra.local.LocalFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialFileTests {
  private static final Space SPACE = new Space(List.of(new Axis("x", List.of("1", "2"), true)));
  private static final List<Outcome> OUTCOMES =
      List.of(
          new Outcome(
              new Trial(1, Map.of("x", "1")),
              new Metrics(
                  3, "-12.50000000", 0.1 + 0.2, 1e-300, -0.0, 1 / 3d, Math.PI, 0.5, 2, 0.25),
              0.1 + 0.2,
              "",
              "ab"),
          new Outcome(
              new Trial(2, Map.of("x", "2")),
              Metrics.none(0, "0"),
              Double.NaN,
              "a remark, \"so\" to say",
              ""));

  @TempDir Path dir;

  private void write() throws IOException {
    try (var file = TrialFile.open(dir, SPACE)) {
      OUTCOMES.forEach(file::add);
    }
  }

  @Test
  void whatWasWrittenIsReadToTheLastBit() throws IOException {
    write();
    try (var file = TrialFile.open(dir, SPACE)) {
      assertThat(file.known()).isEqualTo(OUTCOMES);
    }
  }

  @Test
  void whereverItIsTornWholeRowsStayAndTheRestIsWrittenAgain() throws IOException {
    write();
    Path path = dir.resolve(TrialFile.NAME);
    byte[] whole = Files.readAllBytes(path);
    for (int length = 0; length <= whole.length; length++) {
      Files.write(path, Arrays.copyOf(whole, length));
      try (var file = TrialFile.open(dir, SPACE)) {
        int known = file.known().size();
        assertThat(file.known()).isEqualTo(OUTCOMES.subList(0, known));
        OUTCOMES.subList(known, OUTCOMES.size()).forEach(file::add);
      }
      assertThat(Files.readAllBytes(path)).as("torn at %d", length).isEqualTo(whole);
    }
  }

  @Test
  void onlyOneWritesAtATime() throws IOException {
    try (var _ = TrialFile.open(dir, SPACE)) {
      assertThatThrownBy(() -> TrialFile.open(dir, SPACE))
          .isInstanceOf(LocalFailure.class)
          .hasMessageContaining("Another search writes");
    }
    write();
  }

  @Test
  void aRowThatIsNotItsOwnIsRefusedByItsLine() throws IOException {
    write();
    Path path = dir.resolve(TrialFile.NAME);
    Files.writeString(path, Files.readString(path).replace("\n2,", "\n7,"));
    assertThatThrownBy(() -> TrialFile.open(dir, SPACE)).hasMessageContaining("line 3");
    Files.writeString(path, "something else\n");
    assertThatThrownBy(() -> TrialFile.open(dir, SPACE)).hasMessageContaining("line 1");
  }
}
