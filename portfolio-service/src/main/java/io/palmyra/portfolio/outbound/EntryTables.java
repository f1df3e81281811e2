package io.palmyra.portfolio.outbound;

import io.palmyra.contracts.account.AccountEvent;
import io.palmyra.contracts.account.CashDeposited;
import io.palmyra.contracts.account.DividendPaid;
import io.palmyra.contracts.account.FeeCharged;
import io.palmyra.contracts.account.FundingPaid;
import io.palmyra.contracts.account.SplitApplied;
import io.palmyra.contracts.account.SwapCharged;
import io.palmyra.contracts.fill.FillAmended;
import io.palmyra.contracts.fill.FillRecorded;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.portfolio.PositionEntry;
import io.palmyra.platform.database.Decimals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The journal of entries: fills, their amendments, and account events. */
final class EntryTables {
  private final JdbcTemplate jdbc;

  EntryTables(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  boolean record(FillRecorded fill, @Nullable Price baseRate) {
    return jdbc.update(
            """
            insert into fill (fill_id, account, instrument, side, quantity, price, fee,
              fee_currency, liquidity, client_order_id, signal_id, source, venue, execution_id,
              venue_time, base_rate)
            values (?, ?, ?, ?, ?::numeric, ?::numeric, ?::numeric, ?, ?, ?, ?, ?, ?, ?, ?,
              ?::numeric)
            on conflict (fill_id) do nothing
            """,
            fill.fillId().value(),
            fill.account().value(),
            fill.instrument().value(),
            fill.side().name(),
            fill.lastQuantity().toString(),
            fill.lastPrice().toString(),
            fill.fee().amount(),
            fill.fee().currency().value(),
            fill.liquidity().name(),
            fill.clientOrderId().value(),
            fill.signalId().value(),
            fill.source().value(),
            fill.venue().value(),
            fill.executionId().value(),
            Timestamp.from(fill.venueTime()),
            baseRate == null ? null : baseRate.toString())
        == 1;
  }

  void amend(FillAmended amendment) {
    String id = amendment.fillId().value();
    jdbc.update(
        """
        insert into fill_amendment (fill_id, quantity, price, fee, fee_currency, venue_time)
        select fill_id, quantity, price, fee, fee_currency, venue_time from fill
        where fill_id = ? and amended_at is null
        """,
        id);
    int updated =
        jdbc.update(
            """
            update fill set quantity = ?::numeric, price = ?::numeric, fee = ?::numeric,
              fee_currency = ?, amended_at = ? where fill_id = ? and account = ?
            """,
            amendment.quantity().toString(),
            amendment.price().toString(),
            amendment.fee().amount(),
            amendment.fee().currency().value(),
            Timestamp.from(amendment.venueTime()),
            id,
            amendment.account().value());
    if (updated != 1) {
      throw new IllegalStateException("fill " + id + " to be amended is not in the books");
    }
    jdbc.update(
        """
        insert into fill_amendment (fill_id, quantity, price, fee, fee_currency, venue_time)
        select fill_id, quantity, price, fee, fee_currency, amended_at from fill where fill_id = ?
        """,
        id);
  }

  boolean record(AccountEvent event) {
    return switch (event) {
      case CashDeposited e -> insert(e, "DEPOSIT", null, e.amount(), null, null);
      case FeeCharged e -> insert(e, "FEE", null, e.amount(), null, e.reason());
      case FundingPaid e -> insert(e, "FUNDING", e.instrument(), e.amount(), null, null);
      case SwapCharged e -> insert(e, "SWAP", e.instrument(), e.amount(), null, null);
      case DividendPaid e -> insert(e, "DIVIDEND", e.instrument(), e.amount(), null, null);
      case SplitApplied e -> insert(e, "SPLIT", e.instrument(), null, e.newUnits(), null);
    };
  }

  private boolean insert(
      AccountEvent event,
      String kind,
      @Nullable InstrumentId instrument,
      @Nullable Money amount,
      @Nullable Quantity newUnits,
      @Nullable String detail) {
    return jdbc.update(
            """
            insert into account_event (account, reference, kind, instrument, amount, currency,
              new_units, detail, at)
            values (?, ?, ?, ?, ?::numeric, ?, ?::numeric, ?, ?)
            on conflict (account, reference) do nothing
            """,
            event.account().value(),
            event.reference(),
            kind,
            instrument == null ? null : instrument.value(),
            amount == null ? null : amount.amount(),
            amount == null ? null : amount.currency().value(),
            newUnits == null ? null : newUnits.toString(),
            detail,
            Timestamp.from(event.at()))
        == 1;
  }

  List<PositionEntry> entries(AccountId account, InstrumentId instrument) {
    return jdbc.query(
        """
        select entry, 'FILL' as kind, fill_id, side, quantity, price, fee as amount,
          fee_currency as currency, venue_time from fill where account = ? and instrument = ?
        union all
        select entry, kind, null, null, new_units, null, amount, currency, at from account_event
        where account = ? and instrument = ?
        order by entry
        """,
        (row, _) -> entry(row),
        account.value(),
        instrument.value(),
        account.value(),
        instrument.value());
  }

  private static PositionEntry entry(ResultSet row) throws SQLException {
    String kind = row.getString("kind");
    return switch (kind) {
      case "FILL" ->
          new PositionEntry.Filled(
              new FillId(row.getString("fill_id")),
              Side.valueOf(row.getString("side")),
              Decimals.quantity(row, "quantity"),
              Decimals.price(row, "price"),
              money(row),
              row.getTimestamp("venue_time").toInstant());
      case "SPLIT" -> new PositionEntry.Split(Decimals.quantity(row, "quantity"));
      case "FUNDING", "SWAP" -> new PositionEntry.Cost(money(row));
      case "DIVIDEND" -> new PositionEntry.Income(money(row));
      default -> throw new IllegalStateException(kind + " changes no position");
    };
  }

  private static Money money(ResultSet row) throws SQLException {
    return Decimals.money(row, "amount", new Currency(row.getString("currency")));
  }
}
