package io.palmyra.execution.outbound;

import io.palmyra.contracts.fill.FillAmended;
import io.palmyra.contracts.fill.FillRecorded;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.execution.application.Journal.StandingFill;
import io.palmyra.platform.database.Decimals;
import io.palmyra.platform.database.PipelinedWrites;
import io.palmyra.platform.database.RowInsert;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Fills as they hold, one row each. */
final class FillRows {
  private static final RowInsert INSERT =
      new RowInsert(
          "venue_fill",
          "fill_id",
          "account",
          "epoch",
          "client_order_id",
          "execution_id",
          "instrument",
          "side",
          "quantity",
          "price",
          "fee",
          "fee_currency",
          "venue_time");

  private final JdbcTemplate jdbc;
  private final PipelinedWrites writes;

  FillRows(JdbcTemplate jdbc, PipelinedWrites writes) {
    this.jdbc = jdbc;
    this.writes = writes;
  }

  void insert(Collection<FillRecorded> fills, long epoch) {
    writes.insert(INSERT, fills.stream().map(fill -> columns(fill, epoch)).toList());
  }

  private static @Nullable Object[] columns(FillRecorded fill, long epoch) {
    return new @Nullable Object[] {
      fill.fillId().value(),
      fill.account().value(),
      epoch,
      fill.clientOrderId().value(),
      fill.executionId().value(),
      fill.instrument().value(),
      fill.side().name(),
      Decimals.of(fill.lastQuantity()),
      Decimals.of(fill.lastPrice()),
      Decimals.of(fill.fee()),
      fill.fee().currency().value(),
      Timestamp.from(fill.venueTime())
    };
  }

  void correct(Collection<FillAmended> corrections, long epoch) {
    for (FillAmended now : corrections) {
      writes.add(
          "update venue_fill set epoch = ?, quantity = ?, price = ?, fee = ?, fee_currency = ?"
              + " where fill_id = ?",
          epoch,
          Decimals.of(now.quantity()),
          Decimals.of(now.price()),
          Decimals.of(now.fee()),
          now.fee().currency().value(),
          now.fillId().value());
    }
  }

  Optional<StandingFill> find(AccountId account, FillId fill) {
    return jdbc
        .query(
            "select instrument, quantity, price, fee, fee_currency from venue_fill"
                + " where account = ? and fill_id = ?",
            (row, _) ->
                new StandingFill(
                    new InstrumentId(row.getString("instrument")),
                    Decimals.quantity(row, "quantity"),
                    Decimals.price(row, "price"),
                    Decimals.money(row, "fee", new Currency(row.getString("fee_currency")))),
            account.value(),
            fill.value())
        .stream()
        .findFirst();
  }

  Map<InstrumentId, Quantity> positions(AccountId account) {
    var positions = new HashMap<InstrumentId, Quantity>();
    jdbc.query(
        "select instrument, sum(case side when 'BUY' then quantity else -quantity end)"
            + " from venue_fill where account = ? group by instrument",
        row -> {
          positions.put(
              new InstrumentId(row.getString(1)), Decimals.quantity(row.getBigDecimal(2)));
        },
        account.value());
    return positions;
  }

  Set<FillId> recorded(AccountId account, Collection<FillId> fills) {
    return new HashSet<>(
        jdbc.query(
            "select fill_id from venue_fill where account = ? and fill_id = any(?)",
            (row, _) -> new FillId(row.getString(1)),
            account.value(),
            fills.stream().map(FillId::value).toArray(String[]::new)));
  }
}
