package io.palmyra.backtest.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palmyra.local.LocalFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Over a hill of 10,000 places, 100 of which are refused, with its top at 37, 61. */
class SearchesTests {
  @TempDir Path dir;

  private final List<Integer> told = new ArrayList<>();

  private Found find(Search search, int threads, Path where) throws IOException {
    return find(search, Hill.space(), threads, where);
  }

  private Found find(Search search, Space space, int threads, Path where) throws IOException {
    Ground ground = Hill.ground(Hill.bars(100, 100, 110, 120), Map.of());
    try (var workers = new Workers(threads)) {
      return new SearchPlan(space, search, Hill.profit()).find(ground, workers, where, told::add);
    }
  }

  private static Map<String, String> best(Found found) {
    return found.best().orElseThrow().trial().parameters();
  }

  static List<Search> searches() {
    return List.of(new GridSearch(), new RandomSearch(150, 7), new EvolutionSearch(150, 7));
  }

  private static Space part() {
    var hill = new Hill().descriptor();
    return new Space(List.of(AxisText.read("x=20..59", hill), AxisText.read("y=50..70", hill)));
  }

  @Test
  void theGridTriesAllAndFindsTheTop() throws IOException {
    Found found = find(new GridSearch(), part(), 2, dir);
    assertThat(found.outcomes()).hasSize(40 * 21 - 10);
    assertThat(found.dropped()).as("50 to 59, where x is y").isEqualTo(10);
    assertThat(best(found)).isEqualTo(Map.of("x", "37", "y", "61"));
    // 200 units, bought at the second bar's open of 100, marked at 120.
    assertThat(found.best().orElseThrow().objective()).isEqualTo(4000);
    Neighbours near = found.neighbours().orElseThrow();
    assertThat(near.count()).isEqualTo(4);
    assertThat(near.worst()).isEqualTo(199 * 20);
    assertThat(told).hasSize(830).isSorted();
  }

  @Test
  void randomTriesDifferentPlacesAndTheSameForTheSameSeed() throws IOException {
    Found found = find(new RandomSearch(150, 7), 2, dir.resolve("a"));
    assertThat(found.outcomes()).hasSize(150);
    assertThat(found.outcomes().stream().map(each -> each.trial().parameters()))
        .doesNotHaveDuplicates();
    assertThat(find(new RandomSearch(150, 7), 1, dir.resolve("b"))).isEqualTo(found);
    assertThat(find(new RandomSearch(150, 8), 1, dir.resolve("c"))).isNotEqualTo(found);
  }

  @Test
  void randomEndsWhereNothingIsLeft() throws IOException {
    Found found = find(new RandomSearch(100_000, 7), part(), 2, dir);
    assertThat(found.outcomes()).hasSize(830);
    assertThat(found.dropped()).isEqualTo(10);
  }

  @Test
  void evolutionClimbsWhereRandomStumbles() throws IOException {
    Found evolved = find(new EvolutionSearch(400, 3), 2, dir.resolve("a"));
    assertThat(evolved.outcomes()).hasSize(400);
    double top = evolved.best().orElseThrow().objective();
    assertThat(top).isGreaterThanOrEqualTo(198 * 20);
    double mean =
        evolved.outcomes().stream().mapToDouble(Outcome::objective).average().orElseThrow();
    Found random = find(new RandomSearch(400, 3), 2, dir.resolve("b"));
    assertThat(mean)
        .isGreaterThan(
            random.outcomes().stream().mapToDouble(Outcome::objective).average().orElseThrow()
                + 15 * 20);
  }

  @Test
  void evolutionEndsWhereNothingIsLeft() throws IOException {
    var hill = new Hill().descriptor();
    var small = new Space(List.of(AxisText.read("x=36,37", hill), AxisText.read("y=37,61", hill)));
    Found found = find(new EvolutionSearch(50, 3), small, 2, dir);
    assertThat(found.outcomes()).hasSize(3);
    assertThat(found.dropped()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("searches")
  void anyNumberOfThreadsWritesTheSameBytes(Search search) throws IOException {
    Found one = find(search, part(), 1, dir.resolve("1"));
    Found four = find(search, part(), 4, dir.resolve("4"));
    assertThat(four).isEqualTo(one);
    assertThat(dir.resolve("4").resolve(TrialFile.NAME))
        .hasSameBinaryContentAs(dir.resolve("1").resolve(TrialFile.NAME));
  }

  @ParameterizedTest
  @MethodSource("searches")
  void whatWasTornGoesOnAndEndsAsIfItHadNot(Search search) throws IOException {
    Found whole = find(search, part(), 2, dir.resolve("whole"));
    Path file = dir.resolve("whole").resolve(TrialFile.NAME);
    byte[] bytes = Files.readAllBytes(file);
    Path torn = Files.createDirectory(dir.resolve("torn"));
    Files.write(torn.resolve(TrialFile.NAME), java.util.Arrays.copyOf(bytes, bytes.length * 2 / 5));
    told.clear();
    assertThat(find(search, part(), 2, torn)).isEqualTo(whole);
    assertThat(torn.resolve(TrialFile.NAME)).hasBinaryContent(bytes);
    assertThat(told).as("what was known is not run again").hasSizeLessThan(520);
    assertThat(told.getFirst()).isPositive();
  }

  @Test
  void trialsOfAnotherVersionAreNotMixedWithNewOnes() throws IOException {
    find(new GridSearch(), part(), 2, dir);
    Path file = dir.resolve(TrialFile.NAME);
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() - 3) + "xx\n");
    assertThatThrownBy(() -> find(new GridSearch(), part(), 2, dir))
        .isInstanceOf(LocalFailure.class)
        .hasMessageContaining("not what this version makes of it");
  }

  @Test
  void aTrialThatFailsIsToldAndTheOthersGoOn() throws IOException {
    var hill = new Hill().descriptor();
    var space = new Space(List.of(AxisText.read("fails=true,false", hill)));
    Found found = find(new GridSearch(), space, 2, dir);
    assertThat(found.outcomes().getFirst().counts()).isFalse();
    assertThat(found.outcomes().getFirst().remark()).contains("as it was told");
    assertThat(best(found)).isEqualTo(Map.of("fails", "false"));
    assertThat(find(new GridSearch(), space, 2, dir)).isEqualTo(found);
  }
}
