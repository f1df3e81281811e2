package io.palmyra.risk.outbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.risk.LimitOverride;
import io.palmyra.core.risk.RiskLimits;
import io.palmyra.risk.application.StoredLimits;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A row of {@code account_limit} with those of {@code instrument_limit} under it. */
@Entity
@Table(name = "account_limit")
class AccountLimitRow {
  @Id private String account = "";
  private String currency = "";
  private BigDecimal priceCollar = BigDecimal.ZERO;
  private BigDecimal maximumOrderQuantity = BigDecimal.ZERO;
  private BigDecimal maximumOrderValue = BigDecimal.ZERO;
  private BigDecimal maximumPosition = BigDecimal.ZERO;
  private BigDecimal maximumPositionValue = BigDecimal.ZERO;
  private long stalePriceAfterMillis;
  private long duplicateWindowMillis;
  private BigDecimal riskFraction = BigDecimal.ZERO;
  private long version;
  private String changedBy = "";
  private Instant changedAt = Instant.EPOCH;
  private String reason = "";

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "instrument_limit", joinColumns = @JoinColumn(name = "account"))
  @MapKeyColumn(name = "instrument")
  private Map<String, InstrumentLimitColumns> instruments = new HashMap<>();

  /** For Hibernate. */
  protected AccountLimitRow() {}

  AccountLimitRow(AccountId account) {
    this.account = account.value();
  }

  long version() {
    return version;
  }

  void take(StoredLimits stored) {
    RiskLimits limits = stored.limits();
    currency = limits.maximumOrderValue().currency().value();
    priceCollar = number(limits.priceCollar());
    maximumOrderQuantity = number(limits.maximumOrderQuantity());
    maximumOrderValue = number(limits.maximumOrderValue());
    maximumPosition = number(limits.maximumPosition());
    maximumPositionValue = number(limits.maximumPositionValue());
    stalePriceAfterMillis = limits.stalePriceAfter().toMillis();
    duplicateWindowMillis = limits.duplicateWindow().toMillis();
    riskFraction = number(limits.riskFraction());
    version = stored.version();
    changedBy = stored.changedBy();
    changedAt = stored.changedAt();
    reason = stored.reason();
    instruments.clear();
    stored
        .instruments()
        .forEach(
            (instrument, different) ->
                instruments.put(instrument.value(), InstrumentLimitColumns.of(different)));
  }

  StoredLimits limits() {
    var in = new Currency(currency);
    var different = new HashMap<InstrumentId, LimitOverride>();
    instruments.forEach(
        (instrument, columns) -> different.put(new InstrumentId(instrument), columns.in(in)));
    return new StoredLimits(
        new AccountId(account),
        new RiskLimits(
            quantity(priceCollar),
            quantity(maximumOrderQuantity),
            money(maximumOrderValue, in),
            quantity(maximumPosition),
            money(maximumPositionValue, in),
            Duration.ofMillis(stalePriceAfterMillis),
            Duration.ofMillis(duplicateWindowMillis),
            quantity(riskFraction)),
        different,
        version,
        changedBy,
        changedAt,
        reason);
  }

  static BigDecimal number(Quantity quantity) {
    return BigDecimal.valueOf(quantity.mantissa(), quantity.scale());
  }

  static BigDecimal number(Money money) {
    return BigDecimal.valueOf(money.mantissa(), Money.SCALE);
  }

  static Quantity quantity(BigDecimal number) {
    return Quantity.of(plain(number));
  }

  static Money money(BigDecimal number, Currency currency) {
    return Money.of(plain(number), currency);
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
