package io.palmyra.core.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.account.CashDeposited;
import io.palmyra.contracts.account.CashReported;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CashCheckTests {
  private static final AccountId PAPER = new AccountId("paper");
  private static final Currency EUR = new Currency("EUR");

  private final CashCheck check = new CashCheck();
  private final Books books =
      Books.of(PAPER)
          .apply(new CashDeposited(PAPER, "opening", Money.of("100", Currency.USD), Instant.EPOCH));

  private static CashReported report(long fillSequence, Money... cash) {
    return new CashReported(PAPER, List.of(cash), fillSequence, Instant.EPOCH);
  }

  @Test
  void whatIsTheSameAtTheSameFillIsNoDifference() {
    assertThat(check.reported(report(7, usd("100")), books, 7)).isEmpty();
    assertThat(check.reported(report(7, usd("100.00000000"), eur("0")), books, 7)).isEmpty();
  }

  @Test
  void aDifferenceOfTheSmallestUnitIsTold() {
    assertThat(check.reported(report(7, usd("100.00000001")), books, 7))
        .contains("100.00000000 USD here, 100.00000001 USD at the venue");
    assertThat(check.reported(report(7, usd("100"), eur("5")), books, 7))
        .contains("0.00000000 EUR here, 5.00000000 EUR at the venue");
    assertThat(check.reported(report(7), books, 7))
        .contains("100.00000000 USD here, 0.00000000 USD at the venue");
  }

  @Test
  void booksThatAreBehindAreComparedOnceTheyStandThere() {
    assertThat(check.reported(report(7, usd("99")), books, 5)).isEmpty();
    assertThat(check.filled(books, 6)).isEmpty();
    assertThat(check.filled(books, 7)).isPresent();
    assertThat(check.filled(books, 8)).isEmpty();
  }

  @Test
  void booksThatAreBeyondOrBookedMoreSayNothing() {
    assertThat(check.reported(report(7, usd("99")), books, 8)).isEmpty();
    assertThat(check.reported(report(7, usd("99")), books, 5)).isEmpty();
    check.booked();
    assertThat(check.filled(books, 7)).isEmpty();
  }

  private static Money usd(String amount) {
    return Money.of(amount, Currency.USD);
  }

  private static Money eur(String amount) {
    return Money.of(amount, EUR);
  }
}
