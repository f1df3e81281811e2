package io.palmyra.backtest.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.backtest.history.Bars;
import io.palmyra.backtest.history.CsvImport;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.order.TimeInForce;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.analytics.Trade;
import io.palmyra.core.strategy.Bar;
import io.palmyra.core.strategy.DataNeeds;
import io.palmyra.core.strategy.Parameters;
import io.palmyra.core.strategy.Proposal;
import io.palmyra.core.strategy.Strategy;
import io.palmyra.core.strategy.StrategyContext;
import io.palmyra.core.strategy.StrategyDescriptor;
import io.palmyra.core.strategy.StrategyType;
import io.palmyra.core.strategy.indicator.Sma;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A long-only cross of averages of 10 and 50 bars with one unit, filled at the next open without
 * cost, over a seeded walk of 100,000 minutes: other engines (ta4j, Backtesting.py, backtrader and
 * a plain loop) make 1,383 trades and lose 5.0033 of it.
 */
class PeersTests {
  private static final int BARS = 100_000;

  @TempDir Path dir;

  /** A geometric walk of 0.05 % a minute, seed 42, to four decimals. */
  private Bars walk() throws IOException {
    var random = new SplittableRandom(42);
    Path file = dir.resolve("walk.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("time,open,high,low,close,volume\n");
      double price = 100;
      for (int i = 0; i < BARS; i++) {
        double open = price;
        double close = price * Math.exp(0.0005 * gauss(random));
        double wick = price * 0.0003;
        double high = Math.max(open, close) + wick * random.nextDouble();
        double low = Math.min(open, close) - wick * random.nextDouble();
        int volume = 100 + random.nextInt(10_000);
        out.write(
            "%s,%.4f,%.4f,%.4f,%.4f,%d\n"
                .formatted(
                    Instant.EPOCH.plusSeconds(60L * i),
                    rounded(open),
                    rounded(high),
                    rounded(low),
                    rounded(close),
                    volume));
        price = rounded(close);
      }
    }
    return CsvImport.read(file, ZoneOffset.UTC, null).bars();
  }

  private static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }

  private static double gauss(SplittableRandom random) {
    return Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
        * Math.cos(2 * Math.PI * random.nextDouble());
  }

  /** Always one unit, which a strategy that is sized by risk does not take. */
  private static final class OneUnitCross implements StrategyType, Strategy {
    private final Sma fast = new Sma(10);
    private final Sma slow = new Sma(50);
    private int side;

    @Override
    public StrategyDescriptor descriptor() {
      return new StrategyDescriptor("one-unit", "for a test", List.of(), _ -> List.of(), false);
    }

    @Override
    public Strategy create(Parameters parameters, InstrumentId instrument) {
      return new OneUnitCross();
    }

    @Override
    public DataNeeds needs() {
      return new DataNeeds(false, Duration.ofMinutes(1), false, 50);
    }

    @Override
    public boolean isReady() {
      return slow.isReady();
    }

    @Override
    public List<Proposal> onBar(Bar bar, StrategyContext context) {
      fast.add(bar.close());
      slow.add(bar.close());
      int now = isReady() ? Double.compare(fast.value(), slow.value()) : 0;
      if (now == 0) {
        return List.of();
      }
      boolean crossed = side != 0 && now != side;
      side = now;
      int held = context.position(bar.instrument()).signum();
      boolean acts = crossed && (now > 0 ? held == 0 : held > 0);
      return acts
          ? List.of(
              new Proposal.ExactOrder(
                  bar.instrument(),
                  now > 0 ? Side.BUY : Side.SELL,
                  OrderType.MARKET,
                  Quantity.ONE,
                  null,
                  null,
                  null,
                  TimeInForce.GTC,
                  false))
          : List.of();
    }
  }

  @Test
  void makesTheTradesAndTheProfitOfOtherEngines() throws IOException {
    var type = new OneUnitCross();
    var parameters = Terms.accepted(type, Map.of());
    var terms = Terms.of("WALK.TEST", "USD", "0.0001", "1", "1");
    var free =
        new Assumptions(
            Money.of("1000000", Currency.USD),
            Price.of("0"),
            Price.of("0"),
            new Commission(Money.zero(Currency.USD), Quantity.ZERO),
            Quantity.ZERO);
    Result result =
        Backtest.run(new Setup(type, parameters, terms, walk(), LimitsProfile.WIDE, free), _ -> {});
    assertThat(result.denials()).isEmpty();
    assertThat(result.trades()).hasSize(1_383);
    Money closed =
        result.trades().stream().map(Trade::profit).reduce(Money.zero(Currency.USD), Money::plus);
    assertThat(closed).isEqualTo(Money.of("-5.0033", Currency.USD));
  }
}
