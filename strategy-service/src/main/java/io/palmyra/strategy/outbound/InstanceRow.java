package io.palmyra.strategy.outbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.StrategyInstanceId;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.strategy.application.InstanceState;
import io.palmyra.strategy.application.StrategyInstance;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** A row of {@code strategy_instance}. */
@Entity
@Table(name = "strategy_instance")
class InstanceRow implements Persistable<String> {
  @Id private String id = "";
  private String type = "";
  private String account = "";
  private String instrument = "";
  private String parameters = "{}";
  private @Nullable BigDecimal capital;
  private @Nullable String currency;

  @Enumerated(EnumType.STRING)
  private InstanceState state = InstanceState.PAUSED;

  private @Nullable String reason;
  private String createdBy = "";
  private Instant createdAt = Instant.EPOCH;
  private String changedBy = "";
  private Instant changedAt = Instant.EPOCH;
  // Null until stored, by which Hibernate tells a new row.
  @Version private @Nullable Long version;

  /** For Hibernate. */
  protected InstanceRow() {}

  InstanceRow(StrategyInstance instance, String parametersJson) {
    id = instance.id().value();
    type = instance.type();
    account = instance.account().value();
    instrument = instance.instrument().value();
    createdBy = instance.createdBy();
    createdAt = instance.createdAt();
    take(instance, parametersJson);
  }

  final void take(StrategyInstance instance, String parametersJson) {
    parameters = parametersJson;
    Money allocated = instance.capital();
    capital = allocated == null ? null : new BigDecimal(allocated.amount());
    currency = allocated == null ? null : allocated.currency().value();
    state = instance.state();
    reason = instance.reason();
    changedBy = instance.changedBy();
    changedAt = instance.changedAt();
  }

  String parameters() {
    return parameters;
  }

  long version() {
    return version == null ? 0 : version;
  }

  StrategyInstance instance(Map<String, String> parsed) {
    return new StrategyInstance(
        new StrategyInstanceId(id),
        type,
        new AccountId(account),
        new InstrumentId(instrument),
        parsed,
        capital == null || currency == null
            ? null
            : Money.of(capital.toPlainString(), new Currency(currency)),
        state,
        reason,
        createdBy,
        createdAt,
        changedBy,
        changedAt,
        version());
  }

  @Override
  public String getId() {
    return id;
  }

  @Override
  public boolean isNew() {
    return version == null;
  }
}
