package io.palmyra.risk.outbound;

import io.palmyra.core.risk.tier.TierPolicy;
import io.palmyra.core.risk.tier.TierThresholds;
import io.palmyra.platform.database.Decimals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;

/** Reads when accounts enter and leave their tiers, from a row of the limits. */
final class TierRows {
  /** Columns of {@code tier_policy} under the name {@code t}. */
  static final String COLUMNS =
      """
      trim_scale(t.warning_drawdown) as warning_drawdown,
        trim_scale(t.warning_daily_loss) as warning_daily_loss, t.warning_losses,
        trim_scale(t.critical_drawdown) as critical_drawdown,
        trim_scale(t.critical_daily_loss) as critical_daily_loss, t.critical_losses,
        trim_scale(t.emergency_drawdown) as emergency_drawdown,
        trim_scale(t.emergency_daily_loss) as emergency_daily_loss, t.emergency_losses,
        trim_scale(t.warning_size) as warning_size, trim_scale(t.exit_share) as exit_share,
        t.calm_for_millis, t.day_zone, t.day_starts
      """;

  private TierRows() {}

  static TierPolicy policy(ResultSet row) throws SQLException {
    return new TierPolicy(
        thresholds(row, "warning"),
        thresholds(row, "critical"),
        thresholds(row, "emergency"),
        Decimals.quantity(row, "warning_size"),
        Decimals.quantity(row, "exit_share"),
        Duration.ofMillis(row.getLong("calm_for_millis")),
        ZoneId.of(row.getString("day_zone")),
        row.getObject("day_starts", LocalTime.class));
  }

  private static TierThresholds thresholds(ResultSet row, String tier) throws SQLException {
    return new TierThresholds(
        Decimals.quantity(row, tier + "_drawdown"),
        Decimals.quantity(row, tier + "_daily_loss"),
        row.getInt(tier + "_losses"));
  }
}
