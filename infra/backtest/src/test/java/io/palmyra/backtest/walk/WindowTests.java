package io.palmyra.backtest.walk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WindowTests {
  @Test
  void rollingOnesKeepTheirLengthAndTradeEveryBarAfterTheFirstChoiceOnce() {
    assertThat(Window.of(10, 4, 2, false))
        .containsExactly(new Window(1, 0, 4, 6), new Window(2, 2, 6, 8), new Window(3, 4, 8, 10));
  }

  @Test
  void anchoredOnesBeginAtTheFirstBarAndTheLastTradesWhatIsLeft() {
    assertThat(Window.of(9, 4, 2, true))
        .containsExactly(new Window(1, 0, 4, 6), new Window(2, 0, 6, 8), new Window(3, 0, 8, 9));
  }

  @Test
  void asManyAsCanBeCountedDoNoHarm() {
    assertThat(Window.of(10, 4, Integer.MAX_VALUE, false)).containsExactly(new Window(1, 0, 4, 10));
  }
}
