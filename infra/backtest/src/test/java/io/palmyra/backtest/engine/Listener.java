package io.palmyra.backtest.engine;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.sentiment.SentimentScored;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.strategy.Bar;
import io.palmyra.core.strategy.DataNeeds;
import io.palmyra.core.strategy.Parameters;
import io.palmyra.core.strategy.Proposal;
import io.palmyra.core.strategy.Strategy;
import io.palmyra.core.strategy.StrategyContext;
import io.palmyra.core.strategy.StrategyDescriptor;
import io.palmyra.core.strategy.StrategyType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Buys or sells one at a bar, as the last score that it was told says; notes what it saw when. */
final class Listener implements StrategyType {
  /** Lines such as {@code bar 2026-01-05T01:00:00Z 0.5}, the last score being 0.5. */
  final List<String> saw = new ArrayList<>();

  @Override
  public StrategyDescriptor descriptor() {
    return new StrategyDescriptor("listener", "follows scores", List.of(), _ -> List.of(), false);
  }

  @Override
  public Strategy create(Parameters parameters, InstrumentId instrument) {
    return new Strategy() {
      private double last;

      @Override
      public DataNeeds needs() {
        return new DataNeeds(false, Duration.ofHours(1), true, 0);
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public List<Proposal> onSentiment(SentimentScored score, StrategyContext context) {
        last = score.score();
        return List.of();
      }

      @Override
      public List<Proposal> onBar(Bar bar, StrategyContext context) {
        saw.add("bar " + bar.closeTime() + " " + last);
        return last == 0 ? List.of() : List.of(Script.market(last > 0 ? Side.BUY : Side.SELL, "1"));
      }
    };
  }
}
