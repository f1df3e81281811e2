package io.palmyra.risk.outbound;

import io.palmyra.contracts.decision.OrderDraft;
import io.palmyra.contracts.decision.SignalAccepted;
import io.palmyra.contracts.decision.SignalDenied;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.risk.AppliedFill;
import io.palmyra.core.risk.DecidedSignal;
import io.palmyra.core.risk.OpenOrder;
import io.palmyra.core.risk.RiskDecision;
import io.palmyra.core.risk.RiskState;
import io.palmyra.core.risk.SavedState;
import io.palmyra.risk.application.RiskStore;
import io.palmyra.risk.application.WantedHalt;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Keeps the state of accounts in PostgreSQL: at most one batch a table and commit. */
@Repository
class JdbcRiskStore implements RiskStore {
  private static final String UPSERT_POSITION =
      """
      insert into position (account, instrument, partition, quantity) values (?, ?, ?, ?::numeric)
      on conflict (account, instrument) do update set quantity = excluded.quantity
      """;
  private static final String UPSERT_ORDER =
      """
      insert into counted_order (client_order_id, account, partition, instrument, side, type,
        quantity, limit_price, stop_price, time_in_force, reduce_only, signal_id, source,
        cumulative_quantity, unknown, asked_client_order_id, asked_quantity, closed)
      values (?, ?, ?, ?, ?, ?, ?::numeric, ?::numeric, ?::numeric, ?, ?, ?, ?,
        ?::numeric, ?, ?, ?::numeric, ?)
      on conflict (client_order_id) do update set cumulative_quantity = excluded.cumulative_quantity,
        unknown = excluded.unknown, asked_client_order_id = excluded.asked_client_order_id,
        asked_quantity = excluded.asked_quantity, closed = excluded.closed
      """;
  private static final String UPSERT_FILL =
      """
      insert into applied_fill (fill_id, account, partition, client_order_id, instrument, side,
        quantity) values (?, ?, ?, ?, ?, ?, ?::numeric)
      on conflict (fill_id) do update set quantity = excluded.quantity
      """;
  private static final String INSERT_SIGNAL =
      """
      insert into decided_signal (signal_id, account, partition, instrument, source, decided_at,
        accepted, code, detail, client_order_id, side, quantity, same_order)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::numeric, ?)
      """;
  private static final String UPSERT_WANTED_HALT =
      """
      insert into wanted_halt (halt_key, account, partition, code, detail, requested_at)
      values (?, ?, ?, ?, ?, ?)
      on conflict (halt_key) do update set requested_at = excluded.requested_at, placed = false
      """;

  private final JdbcTemplate jdbc;

  JdbcRiskStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** What was read of one account. */
  private static final class Loaded {
    final Map<InstrumentId, Quantity> positions = new HashMap<>();
    final List<OpenOrder> orders = new ArrayList<>();
    final List<DecidedSignal> signals = new ArrayList<>();
    final List<AppliedFill> fills = new ArrayList<>();
  }

  @Override
  public Map<AccountId, SavedState> load(int partition) {
    var loaded = new HashMap<AccountId, Loaded>();
    jdbc.query(
        StateRows.POSITIONS,
        row -> {
          of(loaded, StateRows.account(row))
              .positions
              .put(StateRows.instrument(row), StateRows.quantity(row, "quantity"));
        },
        partition);
    jdbc.query(
        StateRows.ORDERS,
        row -> {
          of(loaded, StateRows.account(row)).orders.add(StateRows.order(row));
        },
        partition,
        partition,
        RiskState.REMEMBERED);
    jdbc.query(
        StateRows.SIGNALS,
        row -> {
          of(loaded, StateRows.account(row)).signals.add(StateRows.signal(row));
        },
        partition,
        RiskState.REMEMBERED);
    jdbc.query(
        StateRows.FILLS,
        row -> {
          of(loaded, StateRows.account(row)).fills.add(StateRows.fill(row));
        },
        partition,
        RiskState.REMEMBERED);
    var states = new HashMap<AccountId, SavedState>();
    loaded.forEach(
        (account, one) ->
            states.put(account, new SavedState(one.positions, one.orders, one.signals, one.fills)));
    return states;
  }

  @Override
  public List<WantedHalt> wantedHalts(int partition) {
    return jdbc.query(
        "select account, code, detail, requested_at from wanted_halt"
            + " where partition = ? and not placed",
        (row, number) ->
            new WantedHalt(
                StateRows.account(row),
                row.getString("code"),
                row.getString("detail"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant()),
        partition);
  }

  @Override
  public void save(List<Changes> changes) {
    var positions = new ArrayList<Object[]>();
    var orders = new ArrayList<Object[]>();
    var fills = new ArrayList<Object[]>();
    var signals = new ArrayList<Object[]>();
    var halts = new ArrayList<Object[]>();
    for (Changes one : changes) {
      String account = one.account().value();
      int partition = one.partition();
      one.state()
          .positions()
          .forEach(
              (instrument, quantity) ->
                  positions.add(
                      new Object[] {account, instrument.value(), partition, quantity.toString()}));
      one.state().orders().forEach(order -> orders.add(row(account, partition, order)));
      one.state().fills().forEach(fill -> fills.add(row(account, partition, fill)));
      var sameOrders = new HashMap<SignalId, @Nullable String>();
      one.state().signals().forEach(signal -> sameOrders.put(signal.signalId(), signal.order()));
      one.decisions()
          .forEach(
              made ->
                  signals.add(row(partition, made, sameOrders.get(made.decision().signalId()))));
      one.halts()
          .forEach(
              halt ->
                  halts.add(
                      new Object[] {
                        halt.key(), account, partition, halt.code(), halt.detail(), time(halt.at())
                      }));
    }
    write(INSERT_SIGNAL, signals);
    write(UPSERT_ORDER, orders);
    write(UPSERT_POSITION, positions);
    write(UPSERT_FILL, fills);
    write(UPSERT_WANTED_HALT, halts);
  }

  @Override
  public void placed(List<String> haltKeys) {
    write(
        "update wanted_halt set placed = true where halt_key = ?",
        haltKeys.stream().map(key -> new Object[] {key}).toList());
  }

  private void write(String statement, List<Object[]> rows) {
    if (!rows.isEmpty()) {
      jdbc.batchUpdate(statement, rows);
    }
  }

  private static Loaded of(Map<AccountId, Loaded> loaded, AccountId account) {
    return loaded.computeIfAbsent(account, _ -> new Loaded());
  }

  private static @Nullable Object[] row(String account, int partition, OpenOrder order) {
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

  private static Object[] row(String account, int partition, AppliedFill fill) {
    return new Object[] {
      fill.fillId().value(),
      account,
      partition,
      fill.clientOrderId().value(),
      fill.instrument().value(),
      fill.side().name(),
      fill.quantity().toString()
    };
  }

  private static @Nullable Object[] row(
      int partition, RiskDecision made, @Nullable String sameOrder) {
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

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
