package io.palmyra.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import org.junit.jupiter.api.Test;

/** What the accounts' limits may sum up to. */
class FirmLimitTests {
  private static final FirmLimit FIRM = new FirmLimit(usd("1000"), usd("400"));

  @Test
  void theSumMayBeTheLimitAndNotAUnitMore() {
    assertThat(FIRM.exceededBy(usd("1000"), usd("400"))).isEmpty();
    assertThat(FIRM.exceededBy(usd("1000.00000001"), usd("400")))
        .contains(new FirmLimit.Excess("maximumGross", usd("1000.00000001"), usd("1000")));
    assertThat(FIRM.exceededBy(usd("1000"), usd("400.00000001")))
        .contains(new FirmLimit.Excess("maximumNet", usd("400.00000001"), usd("400")));
  }

  @Test
  void refusesWhatIsNoLimit() {
    assertThatThrownBy(() -> new FirmLimit(usd("0"), usd("1")))
        .hasMessageContaining("maximumGross");
    assertThatThrownBy(() -> new FirmLimit(usd("1"), usd("-1"))).hasMessageContaining("maximumNet");
    assertThatThrownBy(() -> new FirmLimit(usd("1"), Money.of("1", new Currency("EUR"))))
        .hasMessageContaining("not in the currency");
  }

  private static Money usd(String amount) {
    return Money.of(amount, Currency.USD);
  }
}
