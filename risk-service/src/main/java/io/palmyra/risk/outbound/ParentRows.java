package io.palmyra.risk.outbound;

import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.risk.parent.Parent;
import io.palmyra.core.risk.parent.Plan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads and writes orders that are worked off in children. Numbers come and go as plain text. */
final class ParentRows {
  private static final String SELECT =
      """
      select p.account, p.signal_id, p.source, p.ends, trim_scale(p.display_quantity)::text as display_quantity,
        trim_scale(p.taken)::text as taken, trim_scale(p.filled)::text as filled, p.working,
        p.unknown as unknown_children, p.released, p.failures, p.last_at, p.withheld, p.stopping,
        p.ended, o.client_order_id, o.instrument, o.side, o.type,
        trim_scale(o.quantity)::text as quantity, trim_scale(o.limit_price)::text as limit_price,
        trim_scale(o.stop_price)::text as stop_price,
        trim_scale(o.trailing_offset)::text as trailing_offset, o.time_in_force, o.reduce_only,
        array(select s.due from parent_slice s where s.signal_id = p.signal_id order by s.number)
          as slice_times,
        array(select trim_scale(s.quantity)::text from parent_slice s
          where s.signal_id = p.signal_id order by s.number) as slice_quantities
      from parent_order p join counted_order o on o.client_order_id = p.client_order_id
      """;

  static final String WORKING = SELECT + "where p.partition = ? and not p.ended order by p.number";

  static final String LATEST =
      SELECT + "where p.account in (:accounts) order by p.number desc limit :limit";

  static final String NAMED = SELECT + "where p.client_order_id = :id";

  static final String UPSERT_PARENT =
      """
      insert into parent_order (signal_id, account, partition, client_order_id, source,
        display_quantity, ends, taken, filled, working, unknown, released, failures, last_at,
        withheld, stopping, ended)
      values (?, ?, ?, ?, ?, ?::numeric, ?, ?::numeric, ?::numeric, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (signal_id) do update set taken = excluded.taken, filled = excluded.filled,
        working = excluded.working, unknown = excluded.unknown, released = excluded.released,
        failures = excluded.failures, last_at = excluded.last_at, withheld = excluded.withheld,
        stopping = excluded.stopping, ended = excluded.ended
      """;

  static final String INSERT_SLICE =
      """
      insert into parent_slice (signal_id, number, due, quantity) values (?, ?, ?, ?::numeric)
      """;

  private ParentRows() {}

  static Parent parent(ResultSet row) throws SQLException {
    return new Parent(
        StateRows.draft(row),
        new SignalId(row.getString("signal_id")),
        new SignalSource(row.getString("source")),
        plan(row),
        StateRows.quantity(row, "taken"),
        StateRows.quantity(row, "filled"),
        row.getInt("working"),
        row.getInt("unknown_children"),
        row.getInt("released"),
        row.getInt("failures"),
        row.getObject("last_at", OffsetDateTime.class).toInstant(),
        row.getString("withheld"),
        row.getString("stopping"),
        row.getBoolean("ended"));
  }

  private static Plan plan(ResultSet row) throws SQLException {
    OffsetDateTime ends = row.getObject("ends", OffsetDateTime.class);
    return ends == null
        ? new Plan.Shown(StateRows.quantity(row, "display_quantity"))
        : new Plan.Timed(slices(row), ends.toInstant());
  }

  private static List<Plan.Slice> slices(ResultSet row) throws SQLException {
    var times = (Timestamp[]) row.getArray("slice_times").getArray();
    var quantities = (String[]) row.getArray("slice_quantities").getArray();
    return IntStream.range(0, times.length)
        .mapToObj(i -> new Plan.Slice(times[i].toInstant(), Quantity.of(quantities[i])))
        .toList();
  }

  static @Nullable Object[] of(String account, int partition, Parent parent) {
    Instant ends = parent.plan().ends();
    return new @Nullable Object[] {
      parent.signalId().value(),
      account,
      partition,
      parent.id().value(),
      parent.source().value(),
      parent.plan() instanceof Plan.Shown shown ? shown.display().toString() : null,
      ends == null ? null : StateColumns.time(ends),
      parent.taken().toString(),
      parent.filled().toString(),
      parent.working(),
      parent.unknown(),
      parent.released(),
      parent.failures(),
      StateColumns.time(parent.lastAt()),
      parent.withheld(),
      parent.stopping(),
      parent.ended()
    };
  }

  /** The slices of a parent that was just approved, if any was; they never change. */
  static List<Object[]> slices(@Nullable Parent parent) {
    if (parent == null || !(parent.plan() instanceof Plan.Timed timed)) {
      return List.of();
    }
    return IntStream.range(0, timed.slices().size())
        .mapToObj(
            i ->
                new Object[] {
                  parent.signalId().value(),
                  i,
                  StateColumns.time(timed.slices().get(i).at()),
                  timed.slices().get(i).quantity().toString()
                })
        .toList();
  }
}
