package io.palmyra.core.strategy;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.TickMessage;
import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.order.TimeInForce;
import io.palmyra.contracts.value.Side;
import java.util.List;

/** An order on every so-manieth tick, to measure the way from tick to fill. */
final class EveryTickType implements StrategyType {
  private static final String EVERY = "every";
  private static final DataNeeds NEEDS = new DataNeeds(true, null, false, 0);

  private static final StrategyDescriptor DESCRIPTOR =
      new StrategyDescriptor(
          "every-tick",
          "For measuring, not for trading: asks on every tick, or every so many, for an order of the"
              + " least quantity, a buy and a sell in turn. Runs on the simulated venue only.",
          List.of(
              new ParameterSpec.Whole(EVERY, "ticks from one order to the next", 1, 1_000_000, 1)),
          parameters -> List.of(),
          true);

  @Override
  public StrategyDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Strategy create(Parameters parameters, InstrumentId instrument) {
    return new EveryTick(parameters.whole(EVERY));
  }

  private static final class EveryTick implements Strategy {
    private final int every;
    private int ticks;
    private Side next = Side.BUY;

    EveryTick(int every) {
      this.every = every;
    }

    @Override
    public DataNeeds needs() {
      return NEEDS;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public List<Proposal> onTick(TickMessage tick, StrategyContext context) {
      InstrumentDefined definition = context.definition(tick.instrument());
      if (definition == null || ticks++ % every != 0) {
        return List.of();
      }
      Side side = next;
      next = side.opposite();
      return List.of(
          new Proposal.ExactOrder(
              tick.instrument(),
              side,
              OrderType.MARKET,
              definition.minimumQuantity(),
              null,
              null,
              null,
              TimeInForce.IOC,
              false));
    }
  }
}
