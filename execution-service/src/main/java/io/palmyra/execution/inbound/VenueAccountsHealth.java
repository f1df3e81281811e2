package io.palmyra.execution.inbound;

import io.palmyra.execution.application.VenueAccounts;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** OUT_OF_SERVICE while an account that this instance holds is not armed; a standby is UP. */
@Component("venueAccountsHealthIndicator")
class VenueAccountsHealth implements HealthIndicator {
  private final VenueAccounts accounts;

  VenueAccountsHealth(VenueAccounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Health health() {
    var health = Health.up();
    for (VenueAccounts.Standing standing : accounts.standings()) {
      health.withDetail(standing.account().value(), standing.armed() ? "armed" : standing.reason());
      if (standing.held() && !standing.armed()) {
        health.outOfService();
      }
    }
    return health.build();
  }
}
