package io.palmyra.core.risk.parent;

import io.palmyra.contracts.decision.OrderDraft;
import io.palmyra.contracts.decision.VolumesByTime;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.order.ExecutionAlgorithm;
import io.palmyra.contracts.order.Iceberg;
import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.order.TimeInForce;
import io.palmyra.contracts.order.Twap;
import io.palmyra.contracts.order.Vwap;
import io.palmyra.contracts.value.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the plan of an order that is to be worked off in children. */
public final class Planning {
  private Planning() {}

  /** A plan, or why there can be none. */
  public sealed interface Outcome {}

  /**
   * A plan.
   *
   * @param plan that works off the whole quantity
   * @param how it was made, for people
   */
  public record Planned(Plan plan, String how) implements Outcome {}

  /**
   * No plan.
   *
   * @param found what does not fit
   * @param allowed what would
   */
  public record Impossible(String found, String allowed) implements Outcome {}

  /**
   * Plans a whole number of lots.
   *
   * @param draft the whole order
   * @param volumes what its instrument trades when, null if that is not known
   * @param now market time, when the first child is due
   */
  public static Outcome of(
      ExecutionAlgorithm algorithm,
      OrderDraft draft,
      InstrumentDefined instrument,
      @Nullable VolumesByTime volumes,
      Instant now) {
    OrderType type = draft.type();
    if (type != OrderType.MARKET && type != OrderType.LIMIT) {
      return new Impossible(type.name(), "MARKET or LIMIT");
    }
    return switch (algorithm) {
      case Twap twap -> even(twap.over(), twap.slices(), draft.quantity(), instrument, now, "");
      case Vwap vwap -> weighted(vwap, draft.quantity(), instrument, volumes, now);
      case Iceberg iceberg -> shown(iceberg, draft, instrument);
    };
  }

  private static Outcome shown(Iceberg iceberg, OrderDraft draft, InstrumentDefined instrument) {
    Quantity display = iceberg.displayQuantity();
    if (draft.type() != OrderType.LIMIT || draft.timeInForce() != TimeInForce.GTC) {
      return new Impossible(draft.type() + " " + draft.timeInForce(), "LIMIT GTC for an iceberg");
    }
    if (!display.isMultipleOf(instrument.lotSize())
        || display.compareTo(instrument.minimumQuantity()) < 0) {
      return new Impossible(
          "displayQuantity " + display,
          "a multiple of " + instrument.lotSize() + ", at least " + instrument.minimumQuantity());
    }
    Quantity inScale = display.atScale(instrument.lotSize().scale());
    return new Planned(new Plan.Shown(inScale), "iceberg showing " + inScale);
  }

  private static Outcome even(
      Duration over,
      int slices,
      Quantity whole,
      InstrumentDefined instrument,
      Instant now,
      String instead) {
    long lots = lots(whole, instrument);
    long each = lots / slices;
    Quantity size = quantity(each, instrument);
    if (each == 0 || size.compareTo(instrument.minimumQuantity()) < 0) {
      return new Impossible(
          slices + " slices of " + size, "slices of at least " + instrument.minimumQuantity());
    }
    return planned(
        over,
        slices,
        i -> i == slices ? lots : each * i,
        instrument,
        now,
        "equal slices" + instead);
  }

  private static Outcome weighted(
      Vwap vwap,
      Quantity whole,
      InstrumentDefined instrument,
      @Nullable VolumesByTime volumes,
      Instant now) {
    Duration over = vwap.over();
    int slices = vwap.slices();
    DoubleUnaryOperator until =
        volumes == null
            ? _ -> 0
            : share -> VolumeProfile.volume(volumes, now, at(now, over, share));
    double total = until.applyAsDouble(1);
    if (volumes == null || !(total > 0)) {
      return even(
          over, slices, whole, instrument, now, ", as TWAP: no volume is known for this time");
    }
    long lots = lots(whole, instrument);
    return planned(
        over,
        slices,
        i ->
            i == slices
                ? lots
                : (long) Math.floor(lots * (until.applyAsDouble((double) i / slices) / total)),
        instrument,
        now,
        "slices by the volume of " + volumes.days() + " days");
  }

  /**
   * Slices to the lots that are to be done by the end of each; what is too small to be an order
   * goes with the next one, and at the end with the one before.
   */
  private static Outcome planned(
      Duration over,
      int slices,
      IntToLongFunction doneBy,
      InstrumentDefined instrument,
      Instant now,
      String how) {
    var made = new ArrayList<Plan.Slice>();
    long done = 0;
    for (int i = 0; i < slices; i++) {
      long target = doneBy.applyAsLong(i + 1);
      Quantity size = quantity(target - done, instrument);
      if (target > done && size.compareTo(instrument.minimumQuantity()) >= 0) {
        made.add(new Plan.Slice(at(now, over, (double) i / slices), size));
        done = target;
      }
    }
    long left = doneBy.applyAsLong(slices) - done;
    if (left > 0 && !made.isEmpty()) {
      Plan.Slice last = made.removeLast();
      made.add(new Plan.Slice(last.at(), last.quantity().plus(quantity(left, instrument))));
    } else if (left > 0) {
      made.add(new Plan.Slice(now, quantity(left, instrument)));
    }
    return new Planned(new Plan.Timed(made, now.plus(over)), how + ": " + text(made));
  }

  private static String text(List<Plan.Slice> slices) {
    return slices.stream()
        .map(slice -> slice.quantity() + " at " + slice.at())
        .collect(Collectors.joining(", "));
  }

  private static Instant at(Instant now, Duration over, double share) {
    return share >= 1 ? now.plus(over) : now.plusNanos((long) (over.toNanos() * share));
  }

  private static long lots(Quantity whole, InstrumentDefined instrument) {
    Quantity lot = instrument.lotSize();
    return whole.atScale(lot.scale()).mantissa() / lot.mantissa();
  }

  private static Quantity quantity(long lots, InstrumentDefined instrument) {
    Quantity lot = instrument.lotSize();
    return new Quantity(Math.multiplyExact(lots, lot.mantissa()), lot.scale());
  }
}
