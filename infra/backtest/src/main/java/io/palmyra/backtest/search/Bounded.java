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
 * A strategy that is shown bars of the past before it is live, as the strategy service shows them
 * to it: what it proposes of them is dropped. It may also be ended: what it holds is closed then,
 * and what it proposes later is dropped.
 *
 * @param type of the strategy
 * @param first number of its first bars that are the past
 * @param last number of bars after which it ends
 */
record Bounded(StrategyType type, int first, int last) implements StrategyType {
  /** Stable code of the exit at the end. */
  static final String END = "WINDOW_END";

  @Override
  public StrategyDescriptor descriptor() {
    return type.descriptor();
  }

  @Override
  public Strategy create(Parameters parameters, InstrumentId instrument) {
    return new Within(type.create(parameters, instrument), instrument);
  }

  private final class Within implements Strategy {
    private final Strategy strategy;
    private final InstrumentId instrument;
    private int seen;

    Within(Strategy strategy, InstrumentId instrument) {
      this.strategy = strategy;
      this.instrument = instrument;
    }

    private List<Proposal> within(List<Proposal> proposals) {
      return seen > first && seen < last ? proposals : List.of();
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
      seen++;
      if (seen == first) {
        strategy.onLive(context);
      }
      return seen == last && context.position(instrument).signum() != 0
          ? List.of(new Proposal.Exit(instrument, END))
          : within(proposals);
    }

    @Override
    public void onLive(StrategyContext context) {
      if (first == 0) {
        strategy.onLive(context);
      }
    }

    @Override
    public List<Proposal> onTick(TickMessage tick, StrategyContext context) {
      return within(strategy.onTick(tick, context));
    }

    @Override
    public List<Proposal> onSentiment(SentimentScored score, StrategyContext context) {
      return within(strategy.onSentiment(score, context));
    }

    @Override
    public List<Proposal> onOrderEvent(OrderEvent event, StrategyContext context) {
      return within(strategy.onOrderEvent(event, context));
    }

    @Override
    public List<Proposal> onPosition(
        InstrumentId changed, Quantity position, StrategyContext context) {
      return within(strategy.onPosition(changed, position, context));
    }
  }
}
