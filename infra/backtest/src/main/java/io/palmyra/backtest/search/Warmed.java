package io.palmyra.backtest.search;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.market.TickMessage;
import io.palmyra.contracts.orderevent.OrderEvent;
import io.palmyra.contracts.sentiment.SentimentScored;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.strategy.Bar;
import io.palmyra.core.strategy.DataNeeds;
import io.palmyra.core.strategy.Parameters;
import io.palmyra.core.strategy.Proposal;
import io.palmyra.core.strategy.Strategy;
import io.palmyra.core.strategy.StrategyContext;
import io.palmyra.core.strategy.StrategyDescriptor;
import io.palmyra.core.strategy.StrategyType;
import java.util.List;

/**
 * A strategy that is shown so many bars of the past before it is live, as the strategy service
 * shows them to it: what it proposes of them is dropped.
 *
 * @param type of the strategy
 * @param bars of the past
 */
record Warmed(StrategyType type, int bars) implements StrategyType {
  @Override
  public StrategyDescriptor descriptor() {
    return type.descriptor();
  }

  @Override
  public Strategy create(Parameters parameters, InstrumentId instrument) {
    return new Warming(type.create(parameters, instrument), bars);
  }

  private static final class Warming implements Strategy {
    private final Strategy strategy;
    private int left;

    Warming(Strategy strategy, int left) {
      this.strategy = strategy;
      this.left = left;
    }

    @Override
    public DataNeeds needs() {
      return strategy.needs();
    }

    @Override
    public boolean isReady() {
      return strategy.isReady();
    }

    @Override
    public List<Proposal> onBar(Bar bar, StrategyContext context) {
      List<Proposal> proposals = strategy.onBar(bar, context);
      if (left == 0) {
        return proposals;
      }
      left--;
      if (left == 0) {
        strategy.onLive(context);
      }
      return List.of();
    }

    @Override
    public List<Proposal> onTick(TickMessage tick, StrategyContext context) {
      List<Proposal> proposals = strategy.onTick(tick, context);
      return left == 0 ? proposals : List.of();
    }

    @Override
    public List<Proposal> onSentiment(SentimentScored score, StrategyContext context) {
      List<Proposal> proposals = strategy.onSentiment(score, context);
      return left == 0 ? proposals : List.of();
    }

    @Override
    public List<Proposal> onOrderEvent(OrderEvent event, StrategyContext context) {
      return strategy.onOrderEvent(event, context);
    }

    @Override
    public List<Proposal> onPosition(
        InstrumentId instrument, Quantity position, StrategyContext context) {
      return strategy.onPosition(instrument, position, context);
    }
  }
}
