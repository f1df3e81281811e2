package io.palmyra.backtest.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTextTests {
  private static Axis read(String text) {
    return AxisText.read(text, new Hill().descriptor());
  }

  @Test
  void aRangeGoesByItsStepAsFarAsItsEnd() {
    assertThat(read("x=5..20:5").values()).containsExactly("5", "10", "15", "20");
    assertThat(read("x=5..9:3").values()).containsExactly("5", "8");
    assertThat(read("x=3..5").values()).containsExactly("3", "4", "5");
    assertThat(read("x=7..7").values()).containsExactly("7");
  }

  @Test
  void decimalsAreExact() {
    assertThat(read("part=0..0.4:0.1").values()).containsExactly("0", "0.1", "0.2", "0.3", "0.4");
  }

  @Test
  void aListIsTakenAsItStandsAndWordsHaveNoOrder() {
    assertThat(read("x=9, 3,5")).isEqualTo(new Axis("x", java.util.List.of("9", "3", "5"), true));
    assertThat(read("side=SELL,BUY").ordered()).isFalse();
    assertThat(read("fails=True").values()).containsExactly("true");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x=90..120         | --over x is '120'; allowed: a whole number from 0 to 99
          x=-1..5           | --over x is '-1'; allowed: a whole number from 0 to 99
          x=5,100           | --over x is '100'; allowed: a whole number from 0 to 99
          x=1..9:0.5        | --over x is '1.5'; allowed: a whole number from 0 to 99
          x=9..5            | FROM not above TO
          x=5..9:0          | a STEP above 0
          x=5..9:-1         | a STEP above 0
          x=5..b            | --over x is 'b'; allowed: a number
          x=5,5             | each value once
          x=                | --over x is ''
          part=0..1         | FROM..TO:STEP, since the number is a decimal one
          part=0..1:0.00001 | 10000 values at most
          side=BUY..SELL    | a list such as a,b,c
          side=HOLD         | --over side is 'HOLD'; allowed: one of BUY, SELL
          z=1..2            | --over names 'z'; allowed: one of the parameters x, y, part
          x                 | NAME=FROM..TO:STEP or NAME=a,b,c
          """)
  void whatIsWrongIsNamedWithWhatIsAllowed(String text, String told) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(told);
  }

  @Test
  void inWordsARangeIsARangeAndAnythingElseItsList() {
    assertThat(read("x=5..95:5").inWords()).isEqualTo("5..95:5");
    assertThat(read("part=0.1..0.85:0.1").inWords()).isEqualTo("0.1..0.8:0.1");
    assertThat(read("x=1,2,3,4,5,6,8").inWords()).isEqualTo("1, 2, 3, 4, 5, 6, 8");
    assertThat(read("x=5..7").inWords()).isEqualTo("5, 6, 7");
    assertThat(read("side=BUY,SELL").inWords()).isEqualTo("BUY, SELL");
  }
}
