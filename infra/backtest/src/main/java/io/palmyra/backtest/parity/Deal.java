package io.palmyra.backtest.parity;

import io.palmyra.contracts.fill.FillRecorded;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an order filled: at once, or in parts at their average price.
 *
 * @param order which
 * @param side of it
 * @param at market time of the first part
 * @param quantity of all parts
 * @param price average of the parts
 */
record Deal(ClientOrderId order, Side side, Instant at, BigDecimal quantity, BigDecimal price) {

  static List<Deal> live(List<FillRecorded> fills, MarketClock clock) {
    Map<ClientOrderId, Deal> deals = new LinkedHashMap<>();
    for (FillRecorded each : fills) {
      add(
          deals,
          of(
              each.clientOrderId(),
              each.side(),
              clock.at(each.venueTime()),
              each.lastQuantity(),
              each.lastPrice()));
    }
    return List.copyOf(deals.values());
  }

  static List<Deal> tested(List<OrderFilled> fills) {
    Map<ClientOrderId, Deal> deals = new LinkedHashMap<>();
    for (OrderFilled each : fills) {
      add(
          deals,
          of(each.clientOrderId(), each.side(), each.at(), each.lastQuantity(), each.lastPrice()));
    }
    return List.copyOf(deals.values());
  }

  private static Deal of(
      ClientOrderId order, Side side, Instant at, Quantity quantity, Price price) {
    return new Deal(
        order,
        side,
        at,
        BigDecimal.valueOf(quantity.mantissa(), quantity.scale()),
        BigDecimal.valueOf(price.mantissa(), price.scale()));
  }

  private static void add(Map<ClientOrderId, Deal> deals, Deal part) {
    deals.merge(part.order(), part, Deal::with);
  }

  private Deal with(Deal part) {
    BigDecimal all = quantity.add(part.quantity);
    BigDecimal value = price.multiply(quantity).add(part.price.multiply(part.quantity));
    return new Deal(order, side, at, all, value.divide(all, MathContext.DECIMAL64));
  }
}
