package io.palmyra.backtest.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BoundedTests {
  private static Played played(Ground ground) {
    return Played.of(ground, ground.parameters(new Trial(1, Map.of("x", "37", "y", "61"))));
  }

  @Test
  void barsBeforeAreShownAndNotTraded() {
    Ground all = Hill.ground(Hill.bars(100, 90, 80, 70, 100, 110, 120), Map.of("warmUp", "3"));
    Played played = played(all.over(3, 7));
    assertThat(played.before()).isEqualTo(3);
    // Ready after its fourth bar, the first that counts: it buys at the next open, of 100.
    OrderFilled fill = played.result().fills().getFirst();
    assertThat(fill.venueTime()).isEqualTo(all.bars().openTime(4));
    assertThat(played.equity()).hasSize(4);
    assertThat(played.equity().getFirst()).isEqualTo(Money.of("100000", Currency.USD));
    assertThat(played.equity().getLast()).isEqualTo(Money.of("104000", Currency.USD));
    assertThat(played.curve().points().getFirst().time()).isEqualTo(all.bars().openTime(3));
    assertThat(played.curve().points()).hasSize(5);
  }

  @Test
  void whatIsProposedBeforeIsDropped() {
    var eager = Map.of("warmUp", "3", "eager", "true");
    Played played =
        played(Hill.ground(Hill.bars(100, 90, 80, 70, 100, 110, 120), eager).over(3, 7));
    assertThat(played.result().orders()).hasSize(1);
    assertThat(played.result().fills().getFirst().venueTime())
        .isEqualTo(played.result().setup().bars().openTime(4));
  }

  @Test
  void asManyAreShownAsThereAre() {
    Ground all = Hill.ground(Hill.bars(100, 90, 80, 70, 100, 110, 120), Map.of("warmUp", "3"));
    assertThat(played(all.over(1, 7)).before()).isEqualTo(1);
    assertThat(played(all).before()).isZero();
    assertThat(played(all.over(0, 4)).result().fills()).as("ready at the last bar").isEmpty();
  }

  @Test
  void whatComesAfterIsNotShown() {
    Ground all = Hill.ground(Hill.bars(100, 100, 110, 5, 5), Map.of());
    assertThat(played(all.over(0, 3)).result().setup().bars().size()).isEqualTo(3);
  }

  @Test
  void whatIsHeldIsClosedByAnOrderAtTheLastOpen() {
    Ground all = Hill.ground(Hill.bars(100, 100, 110, 120, 130, 140), Map.of());
    Played open = played(all.over(1, 5));
    assertThat(open.result().openAtTheEnd()).isTrue();
    Played closed = played(all.over(1, 5).closed());
    assertThat(closed.result().openAtTheEnd()).isFalse();
    OrderFilled exit = closed.result().fills().getLast();
    assertThat(exit.venueTime()).isEqualTo(all.bars().openTime(4));
    assertThat(closed.result().fills()).as("it does not enter again").hasSize(2);
    assertThat(closed.result().trades()).hasSize(1);
  }
}
