package io.palmyra.core.portfolio;

import static io.palmyra.core.portfolio.Fixtures.BTCUSD;
import static io.palmyra.core.portfolio.Fixtures.EURUSD;
import static io.palmyra.core.portfolio.Fixtures.FCPO;
import static io.palmyra.core.portfolio.Fixtures.MYR;
import static io.palmyra.core.portfolio.Fixtures.NOW;
import static io.palmyra.core.portfolio.Fixtures.PAPER;
import static io.palmyra.core.portfolio.Fixtures.USD;
import static io.palmyra.core.portfolio.Fixtures.fill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palmyra.contracts.account.AccountEvent;
import io.palmyra.contracts.account.CashDeposited;
import io.palmyra.contracts.account.DividendPaid;
import io.palmyra.contracts.account.FeeCharged;
import io.palmyra.contracts.account.FundingPaid;
import io.palmyra.contracts.account.SplitApplied;
import io.palmyra.contracts.account.SwapCharged;
import io.palmyra.contracts.fill.FillAmended;
import io.palmyra.contracts.fill.FillRecorded;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

class BooksTests {
  private Books books = Books.of(PAPER);

  @Test
  void closesTheOldestLotFirst() {
    apply(EURUSD, Side.BUY, "1000", "1.10000", "0");
    apply(EURUSD, Side.BUY, "1000", "1.20000", "0");
    apply(EURUSD, Side.SELL, "1500", "1.30000", "0");

    assertThat(position(EURUSD).quantity()).isEqualByComparingTo(Quantity.of("500"));
    assertThat(position(EURUSD).averagePrice()).isEqualByComparingTo(Price.of("1.2"));
    assertThat(books.realizedPnl().of(USD)).isEqualTo(Money.of("250", USD));
    assertThat(books.cash().of(USD)).isEqualTo(Money.of("250", USD));
  }

  @Test
  void turnsALongPositionShort() {
    apply(EURUSD, Side.BUY, "1000", "1.10000", "0");
    apply(EURUSD, Side.SELL, "3000", "1.00000", "0");

    assertThat(position(EURUSD).quantity()).isEqualByComparingTo(Quantity.of("-2000"));
    assertThat(position(EURUSD).averagePrice()).isEqualByComparingTo(Price.of("1"));
    assertThat(books.realizedPnl().of(USD)).isEqualTo(Money.of("-100", USD));
    assertThat(position(EURUSD).unrealizedPnl(Price.of("0.9"))).isEqualTo(Money.of("200", USD));
  }

  @Test
  void paysSpotInFullAndMarginInProfitOnly() {
    apply(BTCUSD, Side.BUY, "0.5", "60000", "3.25");
    assertThat(books.cash().of(USD)).isEqualTo(Money.of("-30003.25", USD));
    apply(EURUSD, Side.BUY, "100000", "1.1", "2");
    assertThat(books.cash().of(USD)).isEqualTo(Money.of("-30005.25", USD));
    assertThat(books.fees().of(USD)).isEqualTo(Money.of("5.25", USD));
    assertThat(position(BTCUSD).value(Price.of("61000"))).isEqualTo(Money.of("30500", USD));
  }

  @Test
  void countsContractsByTheirMultiplier() {
    apply(FCPO, Side.SELL, "2", "4000", "10");
    apply(FCPO, Side.BUY, "2", "3990", "10");

    assertThat(books.realizedPnl().of(MYR)).isEqualTo(Money.of("500", MYR));
    assertThat(books.cash().of(MYR)).isEqualTo(Money.of("480", MYR));
    assertThat(books.cash().of(USD)).isEqualTo(Money.zero(USD));
  }

  @Test
  void averagesByQuantity() {
    apply(EURUSD, Side.BUY, "100", "1.10000", "0");
    apply(EURUSD, Side.BUY, "200", "1.20000", "0");

    assertThat(position(EURUSD).averagePrice()).isEqualByComparingTo(Price.of("1.166666667"));
  }

  @Test
  void averagesTheSmallestAndTheLargestPositions() {
    apply(BTCUSD, Side.BUY, "0.00000001", "60000.12345", "0");
    apply(BTCUSD, Side.BUY, "0.00000001", "60000.12347", "0");
    assertThat(position(BTCUSD).averagePrice()).isEqualByComparingTo(Price.of("60000.12346"));

    apply(EURUSD, Side.BUY, "90000000000.00000001", "1.00000", "0");
    apply(EURUSD, Side.BUY, "2000000000.00000001", "1.00002", "0");
    assertThat(position(EURUSD).averagePrice().toDouble())
        .isCloseTo(1.00000043478, org.assertj.core.data.Offset.offset(1e-9));
  }

  @Test
  void booksDepositsFeesFundingSwapsAndDividends() {
    account(new CashDeposited(PAPER, "d1", Money.of("1000", USD), NOW));
    account(new FeeCharged(PAPER, "f1", Money.of("5", USD), "data", NOW));
    account(new FundingPaid(PAPER, "u1", BTCUSD.instrument(), Money.of("3", USD), NOW));
    account(new SwapCharged(PAPER, "s1", BTCUSD.instrument(), Money.of("-1", USD), NOW));
    account(new DividendPaid(PAPER, "v1", BTCUSD.instrument(), Money.of("7", USD), NOW));

    assertThat(books.cash().of(USD)).isEqualTo(Money.of("1000", USD));
    assertThat(books.deposits().of(USD)).isEqualTo(Money.of("1000", USD));
    assertThat(books.fees().of(USD)).isEqualTo(Money.of("7", USD));
    assertThat(books.realizedPnl().of(USD)).isEqualTo(Money.of("7", USD));
  }

  @Test
  void splitsLotsAndKeepsTheirWorth() {
    apply(BTCUSD, Side.BUY, "10", "90", "0");
    account(new SplitApplied(PAPER, "x1", BTCUSD.instrument(), Quantity.of("3"), NOW));

    assertThat(position(BTCUSD).quantity()).isEqualByComparingTo(Quantity.of("30"));
    assertThat(position(BTCUSD).averagePrice()).isEqualByComparingTo(Price.of("30"));
    assertThat(position(BTCUSD).unrealizedPnl(Price.of("31"))).isEqualTo(Money.of("30", USD));
  }

  @Test
  void amendingAFillGivesTheBooksThatTheVenuesTruthWouldHaveGiven() {
    FillRecorded first = fill(1, EURUSD, Side.BUY, "1000", "1.1", "1");
    FillRecorded second = fill(2, EURUSD, Side.SELL, "600", "1.2", "1");
    Books wrong = Books.of(PAPER).apply(first, EURUSD).apply(second, EURUSD);
    var amendment =
        new FillAmended(
            first.fillId(),
            PAPER,
            EURUSD.instrument(),
            Quantity.of("500"),
            Price.of("1.15"),
            Money.of("2", USD),
            NOW);

    Books amended =
        wrong.rebuilt(
            EURUSD,
            List.of(
                PositionEntry.Filled.of(first).amendedBy(amendment),
                PositionEntry.Filled.of(second)));

    assertThat(amended)
        .isEqualTo(
            Books.of(PAPER)
                .apply(fill(1, EURUSD, Side.BUY, "500", "1.15", "2"), EURUSD)
                .apply(second, EURUSD));
  }

  @Test
  void aBustedFillLeavesOnlyItsFee() {
    FillRecorded busted = fill(1, EURUSD, Side.BUY, "1000", "1.1", "1");
    var bust =
        new FillAmended(
            busted.fillId(),
            PAPER,
            EURUSD.instrument(),
            Quantity.ZERO,
            Price.of("1.1"),
            Money.zero(USD),
            NOW);

    Books amended =
        Books.of(PAPER)
            .apply(busted, EURUSD)
            .rebuilt(EURUSD, List.of(PositionEntry.Filled.of(busted).amendedBy(bust)));

    assertThat(amended.position(EURUSD.instrument()).orElseThrow().lots()).isEmpty();
    assertThat(amended.cash().of(USD)).isEqualTo(Money.zero(USD));
  }

  @Test
  void refusesAnEventOfAnInstrumentWithoutTheInstrument() {
    var split = new SplitApplied(PAPER, "x1", BTCUSD.instrument(), Quantity.of("2"), NOW);

    assertThatThrownBy(() -> books.apply(split)).hasMessageContaining("x1");
  }

  private void apply(InstrumentDefined of, Side side, String quantity, String price, String fee) {
    books = books.apply(fill(1, of, side, quantity, price, fee), of);
  }

  private void account(AccountEvent event) {
    books =
        Books.entryOf(event)
            .map(entry -> books.apply(entry, BTCUSD))
            .orElseGet(() -> books.apply(event));
  }

  private Position position(InstrumentDefined of) {
    return books.position(of.instrument()).orElseThrow();
  }
}
