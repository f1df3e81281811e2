package example;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.strategy.Bar;
import io.palmyra.core.strategy.DataNeeds;
import io.palmyra.core.strategy.ParameterSpec;
import io.palmyra.core.strategy.Parameters;
import io.palmyra.core.strategy.Proposal;
import io.palmyra.core.strategy.Refusal;
import io.palmyra.core.strategy.Strategy;
import io.palmyra.core.strategy.StrategyContext;
import io.palmyra.core.strategy.StrategyDescriptor;
import io.palmyra.core.strategy.StrategyType;
import io.palmyra.core.strategy.indicator.Atr;
import io.palmyra.core.strategy.indicator.Donchian;
import java.time.Duration;
import java.util.List;

/** Goes with a close beyond the range of the bars before, and leaves beyond that of fewer bars. */
public final class RangeBreakout implements StrategyType {
  private static final StrategyDescriptor DESCRIPTOR =
      new StrategyDescriptor(
          "range-breakout",
          "Goes with a close beyond the range of the bars before it; leaves as a close is beyond the"
              + " range of fewer bars on the other side.",
          List.of(
              new ParameterSpec.Whole("entryBars", "bars in the range of entries", 2, 1000, 20),
              new ParameterSpec.Whole("exitBars", "bars in the range of exits", 1, 1000, 10),
              new ParameterSpec.Choice(
                  "interval",
                  "length of the bars it looks at",
                  List.of("PT1S", "PT1M", "PT5M", "PT1H", "P1D"),
                  "PT1M"),
              new ParameterSpec.Whole("atrPeriod", "bars in the average true range", 1, 500, 14),
              ParameterSpec.Decimal.of(
                  "stopAtrs", "distance of the stop in average true ranges", "0.1", "100", "2")),
          RangeBreakout::exitsBeforeEntries,
          false);

  private static List<Refusal> exitsBeforeEntries(Parameters parameters) {
    int entryBars = parameters.whole("entryBars");
    int exitBars = parameters.whole("exitBars");
    return exitBars <= entryBars
        ? List.of()
        : List.of(new Refusal("exitBars", "" + exitBars, "entryBars, " + entryBars + ", at most"));
  }

  @Override
  public StrategyDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Strategy create(Parameters parameters, InstrumentId instrument) {
    return new Instance(parameters, instrument);
  }

  private static final class Instance implements Strategy {
    private final InstrumentId instrument;
    private final DataNeeds needs;
    private final Donchian entries;
    private final Donchian exits;
    private final Atr atr;
    private final double stopAtrs;

    Instance(Parameters parameters, InstrumentId instrument) {
      this.instrument = instrument;
      this.entries = new Donchian(parameters.whole("entryBars"));
      this.exits = new Donchian(parameters.whole("exitBars"));
      this.atr = new Atr(parameters.whole("atrPeriod"));
      this.stopAtrs = parameters.decimal("stopAtrs");
      // Wilder's averages have forgotten what stood 40 periods before.
      int memory = Math.max(parameters.whole("entryBars"), 40 * parameters.whole("atrPeriod"));
      this.needs =
          new DataNeeds(false, Duration.parse(parameters.choice("interval")), false, memory);
    }

    @Override
    public DataNeeds needs() {
      return needs;
    }

    @Override
    public boolean isReady() {
      return entries.isReady() && exits.isReady() && atr.isReady();
    }

    @Override
    public List<Proposal> onBar(Bar bar, StrategyContext context) {
      // The ranges are those of the bars before this one: decide first, then take it in.
      atr.add(bar.high(), bar.low(), bar.close());
      List<Proposal> proposals =
          isReady() && !context.isUnderWay(instrument)
              ? proposals(bar.close(), context.position(instrument).signum())
              : List.of();
      entries.add(bar.high(), bar.low());
      exits.add(bar.high(), bar.low());
      return proposals;
    }

    private List<Proposal> proposals(double close, int held) {
      if (held == 0) {
        return close > entries.upper()
            ? enter(Side.BUY)
            : close < entries.lower() ? enter(Side.SELL) : List.of();
      }
      boolean leaves = held > 0 ? close < exits.lower() : close > exits.upper();
      return leaves ? List.of(new Proposal.Exit(instrument, "RANGE_LEFT")) : List.of();
    }

    private List<Proposal> enter(Side side) {
      double distance = atr.value() * stopAtrs;
      return distance > 0 ? List.of(new Proposal.Entry(instrument, side, 1, distance)) : List.of();
    }
  }
}
