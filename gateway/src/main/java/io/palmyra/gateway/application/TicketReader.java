package io.palmyra.gateway.application;

import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.order.Bracket;
import io.palmyra.contracts.order.ExecutionAlgorithm;
import io.palmyra.contracts.order.Iceberg;
import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.order.Twap;
import io.palmyra.contracts.order.Vwap;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.platform.web.FieldError;
import io.palmyra.platform.web.Problems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a ticket against the terms of its instrument, and tells all that is wrong at once. */
final class TicketReader {
  private static final int MOST_SLICES = 1000;

  private final OrderTicket ticket;
  private final InstrumentDefined instrument;
  private final List<FieldError> errors = new ArrayList<>();

  private TicketReader(OrderTicket ticket, InstrumentDefined instrument) {
    this.ticket = ticket;
    this.instrument = instrument;
  }

  /**
   * How a ticket wants its order carried out.
   *
   * @param algorithm null for as it is
   * @param bracket null for no exits
   */
  record Wishes(@Nullable ExecutionAlgorithm algorithm, @Nullable Bracket bracket) {}

  /**
   * What a ticket wishes besides the order.
   *
   * @throws io.palmyra.platform.web.ProblemException 400 naming each field that is wrong
   */
  static Wishes read(OrderTicket ticket, InstrumentDefined instrument) {
    var reader = new TicketReader(ticket, instrument);
    reader.order();
    AlgorithmTicket asked = ticket.algorithm();
    ExecutionAlgorithm algorithm = asked == null ? null : reader.algorithm(asked);
    BracketTicket exits = ticket.bracket();
    Bracket bracket = exits == null ? null : reader.bracket(exits);
    if (!reader.errors.isEmpty()) {
      throw Problems.invalid(reader.errors);
    }
    return new Wishes(algorithm, bracket);
  }

  private @Nullable Bracket bracket(BracketTicket exits) {
    exit("bracket.takeProfit", exits.takeProfit());
    exit("bracket.stopLoss", exits.stopLoss());
    exit("bracket.trailingOffset", exits.trailingOffset());
    Price offset = exits.trailingOffset();
    if (offset != null && offset.signum() <= 0) {
      wrong("bracket.trailingOffset", offset, "above 0");
    }
    if (exits.stopLoss() != null && offset != null) {
      wrong("bracket.trailingOffset", offset, "none beside a stopLoss");
    }
    if (exits.takeProfit() == null && exits.stopLoss() == null && offset == null) {
      wrong("bracket", null, "a takeProfit, a stopLoss or a trailingOffset");
    }
    if (Boolean.TRUE.equals(ticket.reduceOnly())) {
      wrong("bracket", exits, "none for an order that only reduces");
    }
    return errors.isEmpty() ? new Bracket(exits.takeProfit(), exits.stopLoss(), offset) : null;
  }

  private void exit(String field, @Nullable Price price) {
    if (price != null && !price.isMultipleOf(instrument.tickSize())) {
      wrong(field, price, "a multiple of " + instrument.tickSize());
    }
  }

  private void order() {
    if (ticket.quantity().signum() <= 0 || !ticket.quantity().isMultipleOf(instrument.lotSize())) {
      wrong("quantity", ticket.quantity(), "above 0, a multiple of " + instrument.lotSize());
    }
    OrderType type = ticket.type();
    price(
        "limitPrice", ticket.limitPrice(), type == OrderType.LIMIT || type == OrderType.STOP_LIMIT);
    price("stopPrice", ticket.stopPrice(), type == OrderType.STOP || type == OrderType.STOP_LIMIT);
    Price offset = ticket.trailingOffset();
    boolean trails = type == OrderType.TRAILING_STOP;
    if (trails && offset != null && offset.signum() <= 0) {
      wrong("trailingOffset", offset, "above 0, a multiple of " + instrument.tickSize());
    } else {
      price("trailingOffset", offset, trails);
    }
  }

  private void price(String field, @Nullable Price price, boolean wanted) {
    if (!wanted && price != null) {
      wrong(field, price, "none for a " + ticket.type() + " order");
    } else if (wanted && (price == null || !price.isMultipleOf(instrument.tickSize()))) {
      wrong(
          field,
          price,
          "a multiple of " + instrument.tickSize() + " for a " + ticket.type() + " order");
    }
  }

  private @Nullable ExecutionAlgorithm algorithm(AlgorithmTicket asked) {
    if (asked.kind() == null) {
      wrong("algorithm.kind", null, "one of " + Arrays.toString(AlgorithmTicket.Kind.values()));
      return null;
    }
    return switch (asked.kind()) {
      case TWAP, VWAP -> byTheClock(asked.kind(), asked);
      case ICEBERG -> iceberg(asked);
    };
  }

  private @Nullable ExecutionAlgorithm byTheClock(
      AlgorithmTicket.Kind kind, AlgorithmTicket asked) {
    Duration over = asked.over();
    Integer slices = asked.slices();
    if (over == null || !over.isPositive()) {
      wrong("algorithm.over", over, "above zero, such as PT10M, for " + kind);
    }
    if (slices == null || slices < 1 || slices > MOST_SLICES) {
      wrong("algorithm.slices", slices, "1 to " + MOST_SLICES + " for " + kind);
    }
    if (asked.displayQuantity() != null) {
      wrong("algorithm.displayQuantity", asked.displayQuantity(), "none for " + kind);
    }
    if (!errors.isEmpty() || over == null || slices == null) {
      return null;
    }
    return kind == AlgorithmTicket.Kind.TWAP ? new Twap(over, slices) : new Vwap(over, slices);
  }

  private @Nullable ExecutionAlgorithm iceberg(AlgorithmTicket asked) {
    Quantity display = asked.displayQuantity();
    if (display == null
        || !display.isMultipleOf(instrument.lotSize())
        || display.compareTo(instrument.minimumQuantity()) < 0) {
      wrong(
          "algorithm.displayQuantity",
          display,
          "a multiple of "
              + instrument.lotSize()
              + ", at least "
              + instrument.minimumQuantity()
              + ", for ICEBERG");
    }
    if (asked.over() != null) {
      wrong("algorithm.over", asked.over(), "none for ICEBERG");
    }
    if (asked.slices() != null) {
      wrong("algorithm.slices", asked.slices(), "none for ICEBERG");
    }
    return errors.isEmpty() && display != null ? new Iceberg(display) : null;
  }

  private void wrong(String field, @Nullable Object value, String allowed) {
    errors.add(new FieldError(field, value == null ? null : value.toString(), allowed));
  }
}
