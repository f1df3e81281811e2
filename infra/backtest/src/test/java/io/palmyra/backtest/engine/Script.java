package io.palmyra.backtest.engine;

import io.palmyra.backtest.history.CsvImport;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.order.TimeInForce;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.strategy.Bar;
import io.palmyra.core.strategy.DataNeeds;
import io.palmyra.core.strategy.Parameters;
import io.palmyra.core.strategy.Proposal;
import io.palmyra.core.strategy.Strategy;
import io.palmyra.core.strategy.StrategyContext;
import io.palmyra.core.strategy.StrategyDescriptor;
import io.palmyra.core.strategy.StrategyType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A strategy that does at each bar, counted from 0, what it was told to; and bars for it. */
final class Script implements StrategyType {
  static final InstrumentId GOLD = new InstrumentId("GOLD.TEST");

  private final Map<Integer, List<Proposal>> acts = new HashMap<>();
  private String assumedShare = "0";
  private Slippage slippage = Slippage.read("0.1");
  private AccountRules rules = AccountRules.PLAIN;
  private @Nullable Funding funding;

  Script at(int bar, Proposal... proposals) {
    acts.put(bar, List.of(proposals));
    return this;
  }

  Script fillingAtMost(String shareOfVolume) {
    assumedShare = shareOfVolume;
    return this;
  }

  Script slipping(String by) {
    slippage = Slippage.read(by);
    return this;
  }

  Script funded(String rate, Duration every) {
    funding = new Funding(Quantity.of(rate), every);
    return this;
  }

  Script under(AccountRules others) {
    rules = others;
    return this;
  }

  static Proposal order(
      Side side, OrderType type, String quantity, @Nullable String limit, @Nullable String stop) {
    return order(side, type, quantity, limit, stop, TimeInForce.GTC);
  }

  static Proposal order(
      Side side,
      OrderType type,
      String quantity,
      @Nullable String limit,
      @Nullable String stop,
      TimeInForce life) {
    return new Proposal.ExactOrder(
        GOLD,
        side,
        type,
        Quantity.of(quantity),
        limit == null ? null : Price.of(limit),
        stop == null ? null : Price.of(stop),
        null,
        life,
        false);
  }

  static Proposal market(Side side, String quantity) {
    return order(side, OrderType.MARKET, quantity, null, null);
  }

  /** Runs it over bars of an hour, each {@code open,high,low,close,volume}. */
  Result over(Path dir, String... bars) {
    var text = new StringBuilder("time,open,high,low,close,volume\n");
    for (int i = 0; i < bars.length; i++) {
      text.append("2026-01-05 %02d:00:00,".formatted(i)).append(bars[i]).append('\n');
    }
    try {
      Path file = Files.writeString(dir.resolve("bars.csv"), text);
      return Backtest.run(setup(CsvImport.read(file, ZoneOffset.UTC, null).bars()), _ -> {});
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  Setup setup(io.palmyra.backtest.history.Bars bars) {
    var parameters = Terms.accepted(this, Map.of());
    return new Setup(this, parameters, terms(), bars, LimitsProfile.WIDE, rules, assumptions());
  }

  private static InstrumentDefined terms() {
    return Terms.of(GOLD.value(), "USD", "0.1", "1", "10");
  }

  /** Half a spread of 0.2, slippage, a unit of currency a unit, a thousandth of the value. */
  private Assumptions assumptions() {
    return new Assumptions(
        Money.of("100000", Currency.USD),
        Price.of("0.2"),
        slippage,
        new Commission(Money.of("1", Currency.USD), Quantity.of("0.001")),
        Quantity.of(assumedShare),
        null,
        funding);
  }

  @Override
  public StrategyDescriptor descriptor() {
    return new StrategyDescriptor("script", "what it is told", List.of(), _ -> List.of(), false);
  }

  @Override
  public Strategy create(Parameters parameters, InstrumentId instrument) {
    return new Strategy() {
      private int bar;

      @Override
      public DataNeeds needs() {
        return new DataNeeds(false, Duration.ofHours(1), false, 0);
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public List<Proposal> onBar(Bar closed, StrategyContext context) {
        return acts.getOrDefault(bar++, List.of());
      }
    };
  }
}
