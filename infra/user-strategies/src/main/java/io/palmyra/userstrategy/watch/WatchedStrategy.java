package io.palmyra.userstrategy.watch;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.market.TickMessage;
import io.palmyra.contracts.orderevent.OrderEvent;
import io.palmyra.contracts.sentiment.SentimentScored;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.strategy.Bar;
import io.palmyra.core.strategy.DataNeeds;
import io.palmyra.core.strategy.OverrunException;
import io.palmyra.core.strategy.Proposal;
import io.palmyra.core.strategy.Strategy;
import io.palmyra.core.strategy.StrategyContext;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/**
 * A strategy each of whose calls is watched. After one that did not come back it is called no more.
 */
final class WatchedStrategy implements Strategy {
  private final Strategy strategy;
  private final Calls calls;
  private boolean lost;

  WatchedStrategy(Strategy strategy, Calls calls) {
    this.strategy = strategy;
    this.calls = calls;
  }

  @Override
  public DataNeeds needs() {
    return watched("needs", () -> Objects.requireNonNull(strategy.needs(), "needs"));
  }

  @Override
  public boolean isReady() {
    return watched("isReady", strategy::isReady);
  }

  @Override
  public List<Proposal> onTick(TickMessage tick, StrategyContext context) {
    return watched("onTick", () -> List.copyOf(strategy.onTick(tick, context)));
  }

  @Override
  public List<Proposal> onBar(Bar bar, StrategyContext context) {
    return watched("onBar", () -> List.copyOf(strategy.onBar(bar, context)));
  }

  @Override
  public List<Proposal> onSentiment(SentimentScored score, StrategyContext context) {
    return watched("onSentiment", () -> List.copyOf(strategy.onSentiment(score, context)));
  }

  @Override
  public List<Proposal> onOrderEvent(OrderEvent event, StrategyContext context) {
    return watched("onOrderEvent", () -> List.copyOf(strategy.onOrderEvent(event, context)));
  }

  @Override
  public List<Proposal> onPosition(
      InstrumentId instrument, Quantity position, StrategyContext context) {
    return watched(
        "onPosition", () -> List.copyOf(strategy.onPosition(instrument, position, context)));
  }

  @Override
  public void onLive(StrategyContext context) {
    watched(
        "onLive",
        () -> {
          strategy.onLive(context);
          return true;
        });
  }

  private <T> T watched(String method, Callable<T> call) {
    if (lost) {
      throw new OverrunException("an earlier call did not return");
    }
    try {
      return calls.call(method, call);
    } catch (OverrunException e) {
      lost = true;
      throw e;
    }
  }
}
