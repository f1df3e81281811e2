package io.palmyra.backtest.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.value.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FillMatchTests {
  private static final Instant TEN = Instant.parse("2026-11-20T10:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static Deal deal(int second, Side side, String price) {
    return new Deal(
        new ClientOrderId("%032x".formatted(second)),
        side,
        TEN.plusSeconds(second),
        BigDecimal.ONE,
        new BigDecimal(price));
  }

  private static List<FillLine> lines(FillMatch match) {
    var lines = new ArrayList<FillLine>();
    match.pairs().forEach(each -> lines.add(FillLine.matched(each.live(), each.tested(), 0.01)));
    match.missed().forEach(each -> lines.add(FillLine.missed(each, "no signal")));
    match.extra().forEach(each -> lines.add(FillLine.extra(each, "no signal")));
    return lines;
  }

  @Test
  void takesTheFirstOfTheSameSideThatIsNear() {
    FillMatch match =
        FillMatch.of(
            List.of(deal(2, Side.BUY, "10"), deal(30, Side.SELL, "11"), deal(300, Side.BUY, "9")),
            List.of(deal(0, Side.SELL, "10"), deal(1, Side.BUY, "10"), deal(29, Side.SELL, "11")),
            MINUTE);

    assertThat(match.pairs())
        .extracting(pair -> pair.tested().at())
        .containsExactly(TEN.plusSeconds(1), TEN);
    assertThat(match.missed()).containsExactly(deal(29, Side.SELL, "11"));
    assertThat(match.extra()).containsExactly(deal(300, Side.BUY, "9"));
  }

  @Test
  void aSellerWhoGetsLessAndABuyerWhoPaysMoreAreWorse() {
    FillLine bought =
        FillLine.matched(deal(2, Side.BUY, "10.05"), deal(1, Side.BUY, "10.00"), 0.01);
    FillLine sold =
        FillLine.matched(deal(2, Side.SELL, "10.05"), deal(1, Side.SELL, "10.00"), 0.01);

    assertThat(bought.ticks()).isCloseTo(5, within(1e-9));
    assertThat(bought.bps()).isCloseTo(50, within(1e-9));
    assertThat(bought.delayMillis()).isEqualTo(1000);
    assertThat(bought.explanation()).isEqualTo("5.00 ticks worse, 1000 ms later");
    assertThat(sold.ticks()).isCloseTo(-5, within(1e-9));
    assertThat(sold.explanation()).startsWith("5.00 ticks better");
  }

  @Test
  void figuresAreOfWhatIsMatchedAndCountTheRest() {
    Map<String, Object> figures =
        FillFigures.of(
            lines(
                FillMatch.of(
                    List.of(
                        deal(1, Side.BUY, "10.01"),
                        deal(2, Side.BUY, "10.02"),
                        deal(4, Side.BUY, "10.09"),
                        deal(900, Side.BUY, "10")),
                    List.of(
                        deal(1, Side.BUY, "10"),
                        deal(2, Side.BUY, "10"),
                        deal(3, Side.BUY, "10"),
                        deal(500, Side.SELL, "10")),
                    MINUTE)));

    assertThat(figures).containsEntry("matched", 3).containsEntry("missed", 1L);
    assertThat(figures).containsEntry("extra", 1L);
    assertThat((Double) figures.get("meanTicksWorse")).isCloseTo(4, within(1e-9));
    assertThat((Double) figures.get("medianTicksWorse")).isCloseTo(2, within(1e-9));
    assertThat((Double) figures.get("worstTicks")).isCloseTo(9, within(1e-9));
    assertThat((Double) figures.get("meanDelayMillis")).isCloseTo(1000.0 / 3, within(1e-9));
  }
}
