package io.palmyra.core.portfolio;

import static io.palmyra.core.portfolio.Fixtures.PAPER;
import static io.palmyra.core.portfolio.Fixtures.USD;
import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.account.CashDeposited;
import io.palmyra.contracts.fill.FillRecorded;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Side;
import io.palmyra.testing.FullForm;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The books against the same books in BigDecimal, after every step of random lives. */
class BooksPropertyTests {
  private static final int LIVES = FullForm.orQuarter(300);
  private static final int STEPS = 120;

  @Test
  void agreeWithThePlainModelOnMargin() {
    live(Fixtures.EURUSD, false, "1");
  }

  @Test
  void agreeWithThePlainModelOnSpot() {
    live(Fixtures.BTCUSD, true, "1");
  }

  @Test
  void agreeWithThePlainModelOnContracts() {
    live(Fixtures.instrument("GC.SIM", "USD", USD, "25", Fixtures.FCPO.terms()), false, "25");
  }

  @Test
  void areTheSameWhenRebuiltFromTheirEntries() {
    for (long seed = 0; seed < LIVES; seed++) {
      var random = new SplittableRandom(seed);
      Books books = Books.of(PAPER);
      List<PositionEntry> entries = new ArrayList<>();
      for (int step = 0; step < STEPS; step++) {
        FillRecorded fill = randomFill(step, Fixtures.BTCUSD, random);
        entries.add(PositionEntry.Filled.of(fill));
        books = books.apply(fill, Fixtures.BTCUSD);
      }
      assertThat(books.rebuilt(Fixtures.BTCUSD, entries)).as("seed %d", seed).isEqualTo(books);
    }
  }

  private static void live(InstrumentDefined instrument, boolean paidInFull, String multiplier) {
    for (long seed = 0; seed < LIVES; seed++) {
      var random = new SplittableRandom(seed);
      var plain = new PlainBooks(paidInFull, multiplier);
      Books books = Books.of(PAPER);
      BigDecimal deposits = BigDecimal.ZERO;
      for (int step = 0; step < STEPS; step++) {
        if (random.nextInt(10) == 0) {
          Money amount = new Money(random.nextLong(-1_000_000_000L, 9_000_000_000L), USD);
          books = books.apply(new CashDeposited(PAPER, "d" + step, amount, Fixtures.NOW));
          plain.deposit(decimal(amount));
          deposits = deposits.add(decimal(amount));
        } else {
          FillRecorded fill = randomFill(step, instrument, random);
          books = books.apply(fill, instrument);
          plain.fill(
              fill.side().sign(), fill.lastQuantity(), fill.lastPrice(), decimal(fill.fee()));
        }
        Price mark = price(random);
        assertAgree(books, instrument, plain, mark, "seed " + seed + " step " + step);
        assertBalance(books, instrument, mark, deposits, "seed " + seed + " step " + step);
      }
    }
  }

  private static void assertAgree(
      Books books, InstrumentDefined instrument, PlainBooks plain, Price mark, String where) {
    assertThat(decimal(books.cash().of(USD))).as(where).isEqualByComparingTo(plain.cash());
    assertThat(decimal(books.fees().of(USD))).as(where).isEqualByComparingTo(plain.fees());
    assertThat(decimal(books.realizedPnl().of(USD)))
        .as(where)
        .isEqualByComparingTo(plain.realized());
    books
        .position(instrument.instrument())
        .ifPresent(
            position -> {
              assertThat(new BigDecimal(position.quantity().toString()))
                  .as(where)
                  .isEqualByComparingTo(plain.quantity());
              assertThat(decimal(position.unrealizedPnl(mark)))
                  .as(where)
                  .isEqualByComparingTo(plain.unrealized(mark));
              if (plain.quantity().signum() != 0) {
                assertThat(new BigDecimal(position.averagePrice().toString()))
                    .as(where)
                    .isCloseTo(
                        plain.cost().divide(plain.quantity(), java.math.MathContext.DECIMAL64),
                        org.assertj.core.data.Offset.offset(new BigDecimal("0.0000005")));
              }
            });
  }

  /** Cash and value = deposits + realised + unrealised − fees, but for the roundings of spot. */
  private static void assertBalance(
      Books books, InstrumentDefined of, Price mark, BigDecimal deposits, String where) {
    BigDecimal value = BigDecimal.ZERO;
    BigDecimal unrealized = BigDecimal.ZERO;
    if (books.position(of.instrument()).isPresent()) {
      Position position = books.position(of.instrument()).orElseThrow();
      value = decimal(position.value(mark));
      unrealized = decimal(position.unrealizedPnl(mark));
    }
    BigDecimal left = decimal(books.cash().of(USD)).add(value);
    BigDecimal right =
        deposits
            .add(decimal(books.realizedPnl().of(USD)))
            .add(unrealized)
            .subtract(decimal(books.fees().of(USD)));
    assertThat(left)
        .as(where)
        .isCloseTo(right, org.assertj.core.data.Offset.offset(new BigDecimal("0.00001")));
  }

  private static FillRecorded randomFill(int step, InstrumentDefined of, SplittableRandom random) {
    String quantity =
        switch (random.nextInt(3)) {
          case 0 -> Integer.toString(random.nextInt(1, 1000));
          case 1 -> random.nextInt(1, 100) + "." + random.nextInt(1, 1000);
          default -> "0." + "%08d".formatted(random.nextInt(1, 100_000_000));
        };
    return Fixtures.fill(
        step,
        of,
        random.nextBoolean() ? Side.BUY : Side.SELL,
        quantity,
        price(random).toString(),
        new Money(random.nextLong(-1_000, 1_000_000_000L), USD).amount());
  }

  private static Price price(SplittableRandom random) {
    return new Price(random.nextLong(1, 9_000_000), random.nextInt(2, 6));
  }

  private static BigDecimal decimal(Money money) {
    return new BigDecimal(money.amount());
  }
}
