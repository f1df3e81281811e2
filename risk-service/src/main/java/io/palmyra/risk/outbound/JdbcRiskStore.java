package io.palmyra.risk.outbound;

import io.palmyra.contracts.control.HaltScope;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.core.risk.RiskDecision;
import io.palmyra.core.risk.RiskState;
import io.palmyra.core.risk.SavedState;
import io.palmyra.core.risk.parent.Parent;
import io.palmyra.platform.database.PipelinedWrites;
import io.palmyra.risk.application.RiskStore;
import io.palmyra.risk.application.control.WantedHalt;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Keeps the state of accounts in PostgreSQL: written with the lane's commit, all together. */
@Repository
class JdbcRiskStore implements RiskStore {
  private final JdbcTemplate jdbc;
  private final PipelinedWrites writes;

  JdbcRiskStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    this.writes = new PipelinedWrites(jdbc);
  }

  @Override
  public Map<AccountId, SavedState> load(int partition) {
    var read = new ReadStates();
    jdbc.query(
        StateRows.POSITIONS,
        row -> {
          read.of(StateRows.account(row))
              .positions
              .put(StateRows.instrument(row), StateRows.quantity(row, "quantity"));
        },
        partition);
    jdbc.query(
        StateRows.HOLDINGS,
        row -> {
          read.of(StateRows.account(row))
              .holdings
              .put(StateRows.holding(row), StateRows.quantity(row, "quantity"));
        },
        partition);
    jdbc.query(
        StateRows.ORDERS,
        row -> {
          read.of(StateRows.account(row)).orders.add(StateRows.order(row));
        },
        partition,
        partition,
        RiskState.REMEMBERED);
    jdbc.query(
        StateRows.SIGNALS,
        row -> {
          read.of(StateRows.account(row)).signals.add(StateRows.signal(row));
        },
        partition,
        RiskState.REMEMBERED);
    jdbc.query(
        StateRows.FILLS,
        row -> {
          read.of(StateRows.account(row)).fills.add(StateRows.fill(row));
        },
        partition,
        RiskState.REMEMBERED);
    jdbc.query(
        ParentRows.WORKING,
        row -> {
          read.of(StateRows.account(row)).parents.add(ParentRows.parent(row));
        },
        partition);
    return read.states();
  }

  @Override
  public List<WantedHalt> wantedHalts(int partition) {
    return jdbc.query(
        "select account, scope, code, detail, requested_at, cancel_orders from wanted_halt"
            + " where partition = ? and not placed",
        (row, number) ->
            new WantedHalt(
                StateRows.account(row),
                new HaltScope(row.getString("scope")),
                row.getString("code"),
                row.getString("detail"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("cancel_orders")),
        partition);
  }

  @Override
  public void save(List<Changes> changes) {
    var positions = new ArrayList<Object[]>();
    var holdings = new ArrayList<Object[]>();
    var orders = new ArrayList<Object[]>();
    var fills = new ArrayList<Object[]>();
    var signals = new ArrayList<Object[]>();
    var parents = new ArrayList<Object[]>();
    var slices = new ArrayList<Object[]>();
    var halts = new ArrayList<Object[]>();
    for (Changes one : changes) {
      String account = one.account().value();
      int partition = one.partition();
      one.state()
          .positions()
          .forEach(
              (instrument, quantity) ->
                  positions.add(StateColumns.of(account, partition, instrument, quantity)));
      one.state()
          .holdings()
          .forEach(
              (holding, quantity) ->
                  holdings.add(StateColumns.of(account, partition, holding, quantity)));
      one.state().orders().forEach(order -> orders.add(StateColumns.of(account, partition, order)));
      one.state().fills().forEach(fill -> fills.add(StateColumns.of(account, partition, fill)));
      for (Parent parent : one.state().parents()) {
        parents.add(ParentRows.of(account, partition, parent));
      }
      var sameOrders = new HashMap<SignalId, @Nullable String>();
      one.state().signals().forEach(signal -> sameOrders.put(signal.signalId(), signal.order()));
      for (RiskDecision made : one.decisions()) {
        signals.add(StateColumns.of(partition, made, sameOrders.get(made.decision().signalId())));
        slices.addAll(ParentRows.slices(made.parent()));
      }
      one.halts().forEach(halt -> halts.add(StateColumns.of(account, partition, halt)));
    }
    write(StateColumns.INSERT_SIGNAL, signals);
    write(StateColumns.UPSERT_ORDER, orders);
    write(StateColumns.UPSERT_POSITION, positions);
    write(StateColumns.UPSERT_HOLDING, holdings);
    write(StateColumns.UPSERT_FILL, fills);
    write(ParentRows.UPSERT_PARENT, parents);
    write(ParentRows.INSERT_SLICE, slices);
    write(StateColumns.UPSERT_WANTED_HALT, halts);
  }

  @Override
  public void placed(List<String> haltKeys) {
    write(
        "update wanted_halt set placed = true where halt_key = ?",
        haltKeys.stream().map(key -> new Object[] {key}).toList());
  }

  private void write(String statement, List<Object[]> rows) {
    writes.addAll(statement, rows);
  }
}
