package io.palmyra.core.strategy;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.market.TickMessage;
import io.palmyra.contracts.orderevent.OrderEvent;
import io.palmyra.contracts.sentiment.SentimentScored;
import io.palmyra.contracts.value.Quantity;
import java.util.List;

/**
 * One strategy at work. Called by one thread, one input at a time, in the order in which they were
 * seen; answers with proposals, as a function of its inputs alone: no clock, random, I/O or thread.
 * The same object runs in backtest, paper and live.
 */
public interface Strategy {
  /** What it wants to be fed. Constant. */
  DataNeeds needs();

  /** Whether it has seen enough to propose. */
  boolean isReady();

  /** A tick of its instrument, if it needs ticks. */
  default List<Proposal> onTick(TickMessage tick, StrategyContext context) {
    return List.of();
  }

  /** A closed bar of its interval. */
  default List<Proposal> onBar(Bar bar, StrategyContext context) {
    return List.of();
  }

  /** A new score of its instrument, if it needs sentiment. */
  default List<Proposal> onSentiment(SentimentScored score, StrategyContext context) {
    return List.of();
  }

  /** Something happened to one of its own orders; the context shows the state after it. */
  default List<Proposal> onOrderEvent(OrderEvent event, StrategyContext context) {
    return List.of();
  }

  /** Its position changed; the context shows the state after it. */
  default List<Proposal> onPosition(
      InstrumentId instrument, Quantity position, StrategyContext context) {
    return List.of();
  }

  /** The past is over: from the next input on, proposals count. */
  default void onLive(StrategyContext context) {}
}
