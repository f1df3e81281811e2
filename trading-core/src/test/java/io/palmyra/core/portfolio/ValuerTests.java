package io.palmyra.core.portfolio;

import static io.palmyra.core.portfolio.Fixtures.FCPO;
import static io.palmyra.core.portfolio.Fixtures.MYR;
import static io.palmyra.core.portfolio.Fixtures.NOW;
import static io.palmyra.core.portfolio.Fixtures.PAPER;
import static io.palmyra.core.portfolio.Fixtures.USD;
import static io.palmyra.core.portfolio.Fixtures.fill;
import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.account.CashDeposited;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.instrument.MarginTerms;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.conversion.CurrencyConversion;
import io.palmyra.core.conversion.LastMids;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValuerTests {
  private final LastMids mids = new LastMids();
  private final Map<InstrumentId, Price> marks = new HashMap<>();
  private final Valuer valuer =
      new Valuer(
          USD,
          new CurrencyConversion(mids, Duration.ofMinutes(1)),
          instrument -> Optional.ofNullable(marks.get(instrument)));
  private final Books books =
      Books.of(PAPER)
          .apply(new CashDeposited(PAPER, "d", Money.of("1000", USD), NOW))
          .apply(fill(1, FCPO, Side.BUY, "2", "4000", "8"), FCPO)
          .apply(fill(2, FCPO, Side.SELL, "1", "4040", "0"), FCPO);

  @Test
  void valuesEverythingInTheBaseCurrency() {
    rate("4.00000");
    marks.put(FCPO.instrument(), Price.of("4080"));

    Valuation valuation = valuer.value(books, NOW);

    // Realised 1 x 40 x 25 = 1000 MYR, open 1 x 80 x 25 = 2000 MYR, fees 8 MYR, at 4 to the dollar.
    assertThat(valuation.cash()).isEqualTo(Money.of("1248", USD));
    assertThat(valuation.equity()).isEqualTo(Money.of("1748", USD));
    assertThat(valuation.realizedPnl()).isEqualTo(Money.of("250", USD));
    assertThat(valuation.unrealizedPnl()).isEqualTo(Money.of("500", USD));
    assertThat(valuation.fees()).isEqualTo(Money.of("2", USD));
  }

  @Test
  void knowsNoEquityWithoutAMark() {
    rate("4.00000");

    Valuation valuation = valuer.value(books, NOW);

    assertThat(valuation.equity()).isNull();
    assertThat(valuation.unrealizedPnl()).isNull();
    assertThat(valuation.cash()).isEqualTo(Money.of("1248", USD));
  }

  @Test
  void knowsNoEquityWithoutAFreshRate() {
    rate("4.00000");
    marks.put(FCPO.instrument(), Price.of("4080"));

    assertThat(valuer.value(books, NOW.plusSeconds(61)).equity()).isNull();
    assertThat(valuer.value(books, NOW.plusSeconds(60)).equity()).isNotNull();
  }

  @Test
  void needsNeitherMarkNorRateForWhatIsFlat() {
    Books flat = Books.of(PAPER).apply(new CashDeposited(PAPER, "d", Money.of("5", USD), NOW));

    assertThat(valuer.value(flat, NOW).knownEquity()).contains(Money.of("5", USD));
    assertThat(valuer.value(Books.of(PAPER), NOW).knownEquity()).contains(Money.zero(USD));
  }

  private void rate(String myrPerDollar) {
    var usdmyr =
        Fixtures.instrument(
            "USDMYR.SIM", "USD", MYR, "1", new MarginTerms(Quantity.ONE, Quantity.ONE));
    mids.define(usdmyr);
    mids.on(
        new QuoteTick(
            usdmyr.instrument(),
            Price.of(myrPerDollar),
            Price.of(myrPerDollar),
            Quantity.ZERO,
            Quantity.ZERO,
            NOW,
            "test"));
  }
}
