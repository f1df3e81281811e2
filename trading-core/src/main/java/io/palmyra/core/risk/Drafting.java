package io.palmyra.core.risk;

import io.palmyra.contracts.decision.OrderDraft;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.order.TimeInForce;
import io.palmyra.contracts.signal.EntryProposed;
import io.palmyra.contracts.signal.ExitProposed;
import io.palmyra.contracts.signal.OrderRequested;
import io.palmyra.contracts.signal.ReplaceRequested;
import io.palmyra.contracts.signal.Signal;
import io.palmyra.contracts.value.FixedPoint;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.risk.sizing.Yardstick;
import org.jspecify.annotations.Nullable;

/** Turns proposals into orders: sizes entries, closes positions, takes exact orders as they are. */
final class Drafting {
  private Drafting() {}

  /** What came of a proposal: an order, or the reason why there is none. */
  sealed interface Outcome {}

  /**
   * An order to be checked.
   *
   * @param order as it would be sent
   */
  record Drafted(OrderDraft order) implements Outcome {}

  /**
   * No order.
   *
   * @param refusal why
   */
  record Refused(Refusal refusal) implements Outcome {}

  /**
   * What is lost over the yardstick's distance is its fraction of equity, or of what tier and
   * capital leave of it. Floored to lots, capped by every limit.
   */
  static Outcome entry(EntryProposed entry, Question question, Ground ground) {
    Money equity = question.equity();
    if (equity == null) {
      return refused(DenialCode.NO_EQUITY, "the account's equity is not known");
    }
    Standing standing = question.standing();
    return switch (standing
        .yardstick()
        .risked(ground.limits().riskFraction(), entry.stopDistance())) {
      case Yardstick.NoVolatility none -> refused(DenialCode.NO_VOLATILITY, none.detail());
      case Yardstick.NoEdge none -> refused(DenialCode.NO_EDGE, none.detail());
      case Yardstick.Risked risked ->
          sized(
              entry,
              standing.base(equity).times(risked.fraction()),
              risked.distance(),
              question,
              ground);
    };
  }

  private static Outcome sized(
      EntryProposed entry, Money budget, Price distance, Question question, Ground ground) {
    Price price = ground.valuePrice(entry.side(), null, null);
    Quantity size =
        ground
            .affordable(budget, distance)
            .min(oneOrder(ground, price))
            .min(headroom(question.exposure(), entry.side(), ground, price))
            .floorToMultipleOf(ground.instrument().lotSize());
    if (size.compareTo(ground.instrument().minimumQuantity()) < 0) {
      return refused(
          DenialCode.SIZE_ZERO,
          "a risk of "
              + budget
              + " over a distance of "
              + distance
              + " within the limits comes to "
              + size
              + ", below the least of "
              + ground.instrument().minimumQuantity());
    }
    return new Drafted(market(entry, entry.side(), size, ground.reduceOnly()));
  }

  /**
   * Closes what is held and not being closed already; in part where that is asked for, or where one
   * order may not be larger.
   */
  static Outcome exit(ExitProposed exit, Question question, Ground ground) {
    Quantity position = question.exposure().position();
    Side side = position.signum() > 0 ? Side.SELL : Side.BUY;
    Price price = ground.valuePrice(side, null, null);
    Quantity reducible = question.exposure().reducible(side);
    Quantity size =
        (question.mandate().most() == null ? reducible : reducible.min(question.mandate().most()))
            .min(oneOrder(ground, price))
            .floorToMultipleOf(ground.instrument().lotSize());
    if (size.compareTo(ground.instrument().minimumQuantity()) < 0) {
      return refused(
          DenialCode.NOTHING_TO_CLOSE,
          "position "
              + position
              + " with "
              + question.exposure().workingBuy()
              + " to buy and "
              + question.exposure().workingSell()
              + " to sell leaves "
              + size
              + " to close");
    }
    return new Drafted(market(exit, side, size, true));
  }

  /** Exactly what was asked for, written in the instrument's scales. */
  static OrderDraft requested(OrderRequested request, Ground ground) {
    InstrumentDefined instrument = ground.instrument();
    return new OrderDraft(
        ClientOrderId.of(request.signalId(), 0, 0, 0),
        request.instrument(),
        request.side(),
        request.type(),
        inScale(request.quantity(), instrument),
        inScale(request.limitPrice(), instrument),
        inScale(request.stopPrice(), instrument),
        inScale(request.trailingOffset(), instrument),
        request.timeInForce(),
        request.reduceOnly() || ground.reduceOnly());
  }

  /** The order with its new values, under its new name. */
  static OrderDraft replacing(ReplaceRequested request, OpenOrder order, Ground ground) {
    InstrumentDefined instrument = ground.instrument();
    OrderDraft old = order.draft();
    Quantity quantity = request.quantity();
    Price limit = request.limitPrice();
    Price stop = request.stopPrice();
    return new OrderDraft(
        ClientOrderId.of(request.signalId(), 0, 0, 1),
        old.instrument(),
        old.side(),
        old.type(),
        quantity == null ? old.quantity() : inScale(quantity, instrument),
        limit == null ? old.limitPrice() : inScale(limit, instrument),
        stop == null ? old.stopPrice() : inScale(stop, instrument),
        old.trailingOffset(),
        old.timeInForce(),
        old.reduceOnly());
  }

  private static OrderDraft market(Signal signal, Side side, Quantity size, boolean reduceOnly) {
    return new OrderDraft(
        ClientOrderId.of(signal.signalId(), 0, 0, 0),
        signal.instrument(),
        side,
        OrderType.MARKET,
        size,
        null,
        null,
        null,
        TimeInForce.IOC,
        reduceOnly);
  }

  private static Quantity oneOrder(Ground ground, Price price) {
    return ground
        .instrument()
        .maximumQuantity()
        .min(ground.limits().maximumOrderQuantity())
        .min(ground.affordable(ground.limits().maximumOrderValue(), price));
  }

  private static Quantity headroom(Exposure exposure, Side side, Ground ground, Price price) {
    Quantity most =
        ground
            .limits()
            .maximumPosition()
            .min(ground.affordable(ground.limits().maximumPositionValue(), price));
    Quantity left = most.minus(exposure.furthest(side));
    return left.signum() > 0 ? left : Quantity.ZERO;
  }

  private static Quantity inScale(Quantity quantity, InstrumentDefined instrument) {
    int scale = instrument.quantityScale();
    return FixedPoint.isExact(quantity.mantissa(), quantity.scale(), scale)
        ? quantity.atScale(scale)
        : quantity;
  }

  private static @Nullable Price inScale(@Nullable Price price, InstrumentDefined instrument) {
    int scale = instrument.priceScale();
    return price != null && FixedPoint.isExact(price.mantissa(), price.scale(), scale)
        ? price.atScale(scale)
        : price;
  }

  private static Outcome refused(DenialCode code, String detail) {
    return new Refused(new Refusal(code, detail));
  }
}
