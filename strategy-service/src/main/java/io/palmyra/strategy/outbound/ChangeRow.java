package io.palmyra.strategy.outbound;

import io.palmyra.contracts.id.StrategyInstanceId;
import io.palmyra.strategy.application.InstanceChange;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code strategy_change}. */
@Entity
@Table(name = "strategy_change")
class ChangeRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long number;

  private String instance = "";
  private Instant at = Instant.EPOCH;
  private String actor = "";
  private String action = "";
  private @Nullable String before;
  private String after = "";

  /** For Hibernate. */
  protected ChangeRow() {}

  ChangeRow(InstanceChange change) {
    instance = change.instance().value();
    at = change.at();
    actor = change.actor();
    action = change.action();
    before = change.before();
    after = change.after();
  }

  InstanceChange change() {
    return new InstanceChange(new StrategyInstanceId(instance), at, actor, action, before, after);
  }
}
