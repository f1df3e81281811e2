package io.palmyra.core.risk;

import io.palmyra.contracts.decision.OrderDraft;
import io.palmyra.contracts.decision.RestingOrder;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.value.FixedPoint;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.risk.Check.Compared;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What every order must pass, one by one, in this order. */
final class PreTradeChecks {
  private static final List<Check<OrderInQuestion>> OF_THE_ORDER =
      List.of(
          new Check<>(DenialCode.MALFORMED, PreTradeChecks::wellFormed),
          new Check<>(DenialCode.TICK_SIZE, PreTradeChecks::wholeTicks),
          new Check<>(DenialCode.LOT_SIZE, PreTradeChecks::wholeLots),
          new Check<>(DenialCode.MINIMUM_QUANTITY, PreTradeChecks::largeEnough),
          new Check<>(DenialCode.MAXIMUM_QUANTITY, PreTradeChecks::smallEnough),
          new Check<>(DenialCode.REDUCE_ONLY, PreTradeChecks::reducesIfItMust),
          new Check<>(DenialCode.RESTRICTED, PreTradeChecks::notRestricted),
          new Check<>(DenialCode.UNKNOWN_ORDER, PreTradeChecks::allKnownOrReduces),
          new Check<>(DenialCode.PRICE_COLLAR, PreTradeChecks::nearTheMarket),
          new Check<>(DenialCode.ORDER_QUANTITY, PreTradeChecks::withinOrderQuantity),
          new Check<>(DenialCode.ORDER_VALUE, PreTradeChecks::withinOrderValue),
          new Check<>(DenialCode.POSITION_LIMIT, PreTradeChecks::withinPosition),
          new Check<>(DenialCode.POSITION_VALUE, PreTradeChecks::withinPositionValue),
          new Check<>(DenialCode.SELF_TRADE, PreTradeChecks::meetsNoOwnOrder),
          new Check<>(DenialCode.DUPLICATE_ORDER, PreTradeChecks::notTheSameAgain));

  static final List<Check<OrderInQuestion>> ALL =
      Stream.of(OF_THE_ORDER, StakeChecks.ALL, FlowChecks.ALL).flatMap(List::stream).toList();

  /** What every child must pass: one may well be as the one before. */
  static final List<Check<OrderInQuestion>> OF_CHILDREN =
      ALL.stream().filter(check -> check.code() != DenialCode.DUPLICATE_ORDER).toList();

  private PreTradeChecks() {}

  private static Compared wellFormed(OrderInQuestion order) {
    OrderDraft draft = order.draft();
    OrderType type = draft.type();
    boolean limit = type == OrderType.LIMIT || type == OrderType.STOP_LIMIT;
    boolean stop = type == OrderType.STOP || type == OrderType.STOP_LIMIT;
    boolean trailing = type == OrderType.TRAILING_STOP;
    Price offset = draft.trailingOffset();
    return Compared.of(
        draft.quantity().signum() > 0
            && (draft.limitPrice() != null) == limit
            && (draft.stopPrice() != null) == stop
            && (offset != null) == trailing
            && (offset == null || offset.signum() > 0),
        () -> type + " " + prices(draft),
        () ->
            "quantity above 0"
                + (limit ? ", a limit" : "")
                + (stop ? ", a stop" : "")
                + (trailing ? ", a trailing offset above 0" : ""));
  }

  private static Compared wholeTicks(OrderInQuestion order) {
    Price tick = order.ground().instrument().tickSize();
    OrderDraft draft = order.draft();
    return Compared.of(
        isMultiple(draft.limitPrice(), tick)
            && isMultiple(draft.stopPrice(), tick)
            && isMultiple(draft.trailingOffset(), tick),
        () -> prices(draft),
        () -> "multiples of " + tick);
  }

  private static String prices(OrderDraft draft) {
    return "limit "
        + draft.limitPrice()
        + " stop "
        + draft.stopPrice()
        + " trails "
        + draft.trailingOffset();
  }

  private static boolean isMultiple(@Nullable Price price, Price tick) {
    return price == null || price.isMultipleOf(tick);
  }

  private static Compared wholeLots(OrderInQuestion order) {
    Quantity lot = order.ground().instrument().lotSize();
    Quantity quantity = order.draft().quantity();
    return Compared.of(quantity.isMultipleOf(lot), quantity, () -> "multiples of " + lot);
  }

  private static Compared largeEnough(OrderInQuestion order) {
    return Compared.atLeast(
        order.draft().quantity(), order.ground().instrument().minimumQuantity());
  }

  private static Compared smallEnough(OrderInQuestion order) {
    InstrumentDefined instrument = order.ground().instrument();
    return Compared.atMost(order.draft().quantity(), instrument.maximumQuantity());
  }

  private static Compared reducesIfItMust(OrderInQuestion order) {
    boolean must = order.draft().reduceOnly() || order.ground().reduceOnly();
    return Compared.of(
        !must || order.reduces(),
        order.adds(),
        must ? order.exposure().reducible(order.side()) : "any");
  }

  private static Compared notRestricted(OrderInQuestion order) {
    Restriction restriction = order.ground().restriction();
    return Compared.of(
        restriction == null || !restriction.covers(order.side()) || order.reduces(),
        restriction == null ? "none" : restriction + " is restricted",
        "no restriction, unless it reduces");
  }

  private static Compared allKnownOrReduces(OrderInQuestion order) {
    return Compared.of(
        !order.exposure().unknown() || order.reduces(),
        order.exposure().unknown() ? "an order of unknown fate" : "none",
        "none, unless it reduces");
  }

  private static Compared nearTheMarket(OrderInQuestion order) {
    Price mid = order.ground().quote().mid();
    Quantity collar = order.ground().limits().priceCollar();
    Price bound = share(mid, collar);
    Price price = furthestFrom(mid, order);
    return Compared.of(
        price.minus(mid).abs().compareTo(bound) <= 0, price, () -> mid + " plus or minus " + bound);
  }

  static Price furthestFrom(Price mid, OrderInQuestion order) {
    Price limit = order.draft().limitPrice();
    Price stop = order.draft().stopPrice();
    if (limit == null || stop == null) {
      return Optional.ofNullable(limit)
          .or(() -> Optional.ofNullable(stop))
          .orElseGet(() -> order.ground().touch(order.side()));
    }
    return limit.minus(mid).abs().compareTo(stop.minus(mid).abs()) >= 0 ? limit : stop;
  }

  static Price share(Price price, Quantity share) {
    int scale = Math.min(FixedPoint.MAX_SCALE, price.scale() + share.scale());
    return new Price(
        FixedPoint.multiply(
            price.abs().mantissa(), share.mantissa(), price.scale() + share.scale() - scale),
        scale);
  }

  private static Compared withinOrderQuantity(OrderInQuestion order) {
    return Compared.atMost(
        order.draft().quantity(), order.ground().limits().maximumOrderQuantity());
  }

  private static Compared withinOrderValue(OrderInQuestion order) {
    return Compared.atMost(
        order.value(order.draft().quantity()), order.ground().limits().maximumOrderValue());
  }

  private static Compared withinPosition(OrderInQuestion order) {
    return Compared.of(
        order.furthest().compareTo(order.ground().limits().maximumPosition()) <= 0
            || order.reduces(),
        order.furthest(),
        order.ground().limits().maximumPosition());
  }

  private static Compared withinPositionValue(OrderInQuestion order) {
    var value = order.value(order.furthest());
    var limit = order.ground().limits().maximumPositionValue();
    return Compared.of(value.compareTo(limit) <= 0 || order.reduces(), value, limit);
  }

  /** An own order that rests on the other side at the price that this one pays, or a better one. */
  private static Compared meetsNoOwnOrder(OrderInQuestion order) {
    Price pays = pays(order);
    RestingOrder nearest = order.account().nearestOpposing();
    Check.Words allowed = () -> "no own order on the other side within " + pays;
    return nearest == null || !rests(nearest.limit(), order.side(), pays)
        ? Compared.of(true, "none", allowed)
        : Compared.of(false, () -> nearest.clientOrderId() + " at " + nearest.limit(), allowed);
  }

  private static boolean rests(Price own, Side taker, Price pays) {
    return taker == Side.BUY ? own.compareTo(pays) <= 0 : own.compareTo(pays) >= 0;
  }

  /** The worst price that an order is to trade at, as far as that can be told beforehand. */
  private static Price pays(OrderInQuestion order) {
    Price limit = order.draft().limitPrice();
    Price stop = order.draft().stopPrice();
    if (limit != null) {
      return limit;
    }
    return stop == null ? order.ground().touch(order.side()) : stop;
  }

  private static Compared notTheSameAgain(OrderInQuestion order) {
    Duration window = order.ground().limits().duplicateWindow();
    Duration since = order.account().sinceSame();
    return Compared.of(
        since == null || since.compareTo(window) >= 0,
        since == null ? "none before" : since,
        () -> "not within " + window);
  }
}
