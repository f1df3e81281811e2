package io.palmyra.core.venue.protocol;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.venue.VenueOrder;
import io.palmyra.core.venue.VenueRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the venue sends. */
public sealed interface ServerFrame {
  /** The answer to a request. */
  sealed interface Answer extends ServerFrame {
    /** Of the request. */
    long id();
  }

  /**
   * The session stands.
   *
   * @param id of the request
   * @param sequence of the last record of the account
   * @param opening record with which the account was opened
   * @param messagesPerSecond orders, cancels and replacements that are taken within any second,
   *     null for no bound
   */
  @WireName("logged-on")
  record LoggedOn(long id, long sequence, VenueRecord opening, @Nullable Integer messagesPerSecond)
      implements Answer {}

  /**
   * It was done, or had been done before.
   *
   * @param id of the request
   * @param order as it stands now
   */
  @WireName("done")
  record Done(long id, VenueOrder order) implements Answer {}

  /**
   * It was not done.
   *
   * @param id of the request
   * @param code stable
   * @param detail for people
   */
  @WireName("refused")
  record Refused(long id, String code, String detail) implements Answer {}

  /**
   * An order, or that there is none.
   *
   * @param id of the request
   * @param order as it stands, null if the name was never seen
   */
  @WireName("order")
  record OrderReport(long id, @Nullable VenueOrder order) implements Answer {}

  /**
   * Orders that work.
   *
   * @param id of the request
   * @param orders all of them
   */
  @WireName("orders")
  record OrdersReport(long id, List<VenueOrder> orders) implements Answer {
    public OrdersReport {
      orders = List.copyOf(orders);
    }
  }

  /**
   * Fills.
   *
   * @param id of the request
   * @param fills in order
   * @param sequence of the last record of the account
   */
  @WireName("fills")
  record FillsReport(long id, List<VenueRecord> fills, long sequence) implements Answer {
    public FillsReport {
      fills = List.copyOf(fills);
    }
  }

  /**
   * One position.
   *
   * @param instrument what
   * @param quantity signed
   */
  record Held(InstrumentId instrument, Quantity quantity) {}

  /**
   * Positions.
   *
   * @param id of the request
   * @param positions of every instrument ever held
   */
  @WireName("positions-report")
  record PositionsReport(long id, List<Held> positions) implements Answer {
    public PositionsReport {
      positions = List.copyOf(positions);
    }
  }

  /**
   * Cash.
   *
   * @param id of the request
   * @param cash one for each currency
   */
  @WireName("cash-report")
  record CashReport(long id, List<Money> cash) implements Answer {
    public CashReport {
      cash = List.copyOf(cash);
    }
  }

  /**
   * Something happened; pushed in the order of the account's sequence.
   *
   * @param record what
   */
  @WireName("event")
  record Event(VenueRecord record) implements ServerFrame {}

  /** I am here. */
  @WireName("heartbeat")
  record Heartbeat() implements ServerFrame {}
}
