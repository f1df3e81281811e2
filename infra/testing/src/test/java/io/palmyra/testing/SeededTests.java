package io.palmyra.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeededTests {
  @Test
  void sameSeedGivesSameNumbers() {
    List<Long> first = new ArrayList<>();
    List<Long> second = new ArrayList<>();
    Seeded.run(20, random -> first.add(random.nextLong()));
    Seeded.run(20, random -> second.add(random.nextLong()));
    assertThat(first).hasSize(20).doesNotHaveDuplicates().isEqualTo(second);
  }

  @Test
  void namesSeedThatBreaksTheProperty() {
    List<Long> seen = new ArrayList<>();
    assertThatThrownBy(
            () ->
                Seeded.run(
                    100,
                    random -> {
                      seen.add(random.nextLong());
                      assertThat(seen).hasSizeLessThan(7);
                    }))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("broken with seed 7 ")
        .hasMessageContaining("-Dtest.seed=7");
  }
}
