package io.palmyra.risk.outbound;

import io.palmyra.risk.application.LimitStore.LimitChange;
import io.palmyra.risk.application.StoredLimits;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code limit_change}, which the database never lets change. */
@Entity
@Immutable
@Table(name = "limit_change")
class LimitChangeRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long number;

  @SuppressWarnings("UnusedVariable") // Queries read it.
  private String account = "";

  private long version;
  private String changedBy = "";
  private Instant changedAt = Instant.EPOCH;
  private String reason = "";
  private @Nullable String before;
  private String after = "";

  /** For Hibernate. */
  protected LimitChangeRow() {}

  static LimitChangeRow of(StoredLimits limits, @Nullable String before, String after) {
    var row = new LimitChangeRow();
    row.account = limits.account().value();
    row.version = limits.version();
    row.changedBy = limits.changedBy();
    row.changedAt = limits.changedAt();
    row.reason = limits.reason();
    row.before = before;
    row.after = after;
    return row;
  }

  LimitChange change() {
    return new LimitChange(version, changedBy, changedAt, reason, before, after);
  }
}
