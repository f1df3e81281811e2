package io.palmyra.backtest.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SpaceTests {
  private static final Axis DIGITS = new Axis("digit", List.of("0", "1", "2"), true);
  private static final Axis WORDS = new Axis("word", List.of("a", "b", "c"), false);
  private final Space space = new Space(List.of(DIGITS, WORDS));

  @Test
  void everyPointIsNumberedOnce() {
    assertThat(space.size()).isEqualTo(9);
    assertThat(LongStream.range(0, 9).mapToObj(space::at).map(space::texts).map(Object::toString))
        .startsWith("{digit=0, word=a}", "{digit=0, word=b}", "{digit=0, word=c}")
        .endsWith("{digit=2, word=c}")
        .doesNotHaveDuplicates();
    assertThat(LongStream.range(0, 9).mapToObj(space::at).map(space::texts).map(space::pointOf))
        .containsExactlyElementsOf(LongStream.range(0, 9).mapToObj(space::at).toList());
  }

  @Test
  void neighboursAreOneStepAwayAndAnyOtherWordIs() {
    assertThat(space.neighbours(new Point(List.of(0, 1))))
        .containsExactlyInAnyOrder(
            new Point(List.of(1, 1)), new Point(List.of(0, 0)), new Point(List.of(0, 2)));
  }

  @Test
  void aSizeThatIsTooGreatStaysTheGreatest() {
    var many = new Axis("x", LongStream.range(0, 10_000).mapToObj(Long::toString).toList(), true);
    var axes =
        LongStream.range(0, 5).mapToObj(i -> new Axis("x" + i, many.values(), true)).toList();
    assertThat(new Space(axes).size()).isEqualTo(Long.MAX_VALUE);
    assertThatThrownBy(() -> new GridSearch().most(new Space(axes.subList(0, 2))))
        .hasMessageContaining("100,000,000 points; allowed: 100,000 at most");
  }

  @Test
  void aParameterThatIsSweptTwiceIsRefused() {
    assertThatThrownBy(() -> new Space(List.of(DIGITS, DIGITS))).hasMessageContaining("twice");
  }
}
