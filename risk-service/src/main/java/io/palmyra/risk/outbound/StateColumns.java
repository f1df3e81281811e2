package io.palmyra.risk.outbound;

import io.palmyra.contracts.decision.OrderDraft;
import io.palmyra.contracts.decision.SignalAccepted;
import io.palmyra.contracts.decision.SignalDenied;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.risk.AppliedFill;
import io.palmyra.core.risk.Holding;
import io.palmyra.core.risk.OpenOrder;
import io.palmyra.core.risk.RiskDecision;
import io.palmyra.risk.application.control.WantedHalt;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The statements that write the state's tables, and what fills them. Numbers go as plain text. */
final class StateColumns {
  static final String UPSERT_POSITION =
      """
      insert into position (account, instrument, partition, quantity) values (?, ?, ?, ?::numeric)
      on conflict (account, instrument) do update set quantity = excluded.quantity
      """;
  static final String UPSERT_HOLDING =
      """
      insert into holding (account, source, instrument, partition, quantity)
      values (?, ?, ?, ?, ?::numeric)
      on conflict (account, source, instrument) do update set quantity = excluded.quantity
      """;
  static final String UPSERT_ORDER =
      """
      insert into counted_order (client_order_id, account, partition, instrument, side, type,
        quantity, limit_price, stop_price, trailing_offset, time_in_force, reduce_only, signal_id, source,
        cumulative_quantity, unknown, asked_client_order_id, asked_quantity, closed)
      values (?, ?, ?, ?, ?, ?, ?::numeric, ?::numeric, ?::numeric, ?::numeric, ?, ?, ?, ?,
        ?::numeric, ?, ?, ?::numeric, ?)
      on conflict (client_order_id) do update set cumulative_quantity = excluded.cumulative_quantity,
        unknown = excluded.unknown, asked_client_order_id = excluded.asked_client_order_id,
        asked_quantity = excluded.asked_quantity, closed = excluded.closed
      """;
  static final String UPSERT_FILL =
      """
      insert into applied_fill (fill_id, account, partition, client_order_id, instrument, side,
        quantity, source) values (?, ?, ?, ?, ?, ?, ?::numeric, ?)
      on conflict (fill_id) do update set quantity = excluded.quantity
      """;
  static final String INSERT_SIGNAL =
      """
      insert into decided_signal (signal_id, account, partition, instrument, source, decided_at,
        accepted, code, detail, client_order_id, side, quantity, same_order)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::numeric, ?)
      """;
  static final String UPSERT_WANTED_HALT =
      """
      insert into wanted_halt (halt_key, account, partition, scope, code, detail, requested_at,
        cancel_orders)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (halt_key) do update set requested_at = excluded.requested_at, placed = false
      """;

  private StateColumns() {}

  static Object[] of(String account, int partition, InstrumentId instrument, Quantity quantity) {
    return new Object[] {account, instrument.value(), partition, quantity.toString()};
  }

  static Object[] of(String account, int partition, Holding holding, Quantity quantity) {
    return new Object[] {
      account,
      holding.source().value(),
      holding.instrument().value(),
      partition,
      quantity.toString()
    };
  }

  static Object[] of(String account, int partition, WantedHalt halt) {
    return new Object[] {
      halt.key(),
      account,
      partition,
      halt.scope().value(),
      halt.code(),
      halt.detail(),
      time(halt.at()),
      halt.cancelOrders()
    };
  }

  static @Nullable Object[] of(String account, int partition, OpenOrder order) {
    OrderDraft draft = order.draft();
    OpenOrder.Asked asked = order.asked();
    return new @Nullable Object[] {
      draft.clientOrderId().value(),
      account,
      partition,
      draft.instrument().value(),
      draft.side().name(),
      draft.type().name(),
      draft.quantity().toString(),
      Objects.toString(draft.limitPrice(), null),
      Objects.toString(draft.stopPrice(), null),
      Objects.toString(draft.trailingOffset(), null),
      draft.timeInForce().name(),
      draft.reduceOnly(),
      order.signalId().value(),
      order.source().value(),
      order.cumulative().toString(),
      order.unknown(),
      asked == null ? null : asked.newClientOrderId().value(),
      asked == null ? null : asked.quantity().toString(),
      order.closed()
    };
  }

  static @Nullable Object[] of(String account, int partition, AppliedFill fill) {
    SignalSource source = fill.source();
    return new @Nullable Object[] {
      fill.fillId().value(),
      account,
      partition,
      fill.clientOrderId().value(),
      fill.instrument().value(),
      fill.side().name(),
      fill.quantity().toString(),
      source == null ? null : source.value()
    };
  }

  static @Nullable Object[] of(int partition, RiskDecision made, @Nullable String sameOrder) {
    return switch (made.decision()) {
      case SignalAccepted accepted ->
          new @Nullable Object[] {
            accepted.signalId().value(),
            accepted.account().value(),
            partition,
            accepted.instrument().value(),
            accepted.source().value(),
            time(accepted.used().decidedAt()),
            true,
            null,
            null,
            accepted.clientOrderId().value(),
            accepted.order() == null ? null : accepted.order().side().name(),
            accepted.order() == null ? null : accepted.order().quantity().toString(),
            sameOrder
          };
      case SignalDenied denied ->
          new @Nullable Object[] {
            denied.signalId().value(),
            denied.account().value(),
            partition,
            denied.instrument().value(),
            denied.source().value(),
            time(denied.used().decidedAt()),
            false,
            denied.code(),
            denied.detail(),
            null,
            denied.order() == null ? null : denied.order().side().name(),
            denied.order() == null ? null : denied.order().quantity().toString(),
            null
          };
    };
  }

  static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
