package io.palmyra.risk.inbound;

import io.palmyra.risk.application.limits.CurrentLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Takes up limits that another instance changed. */
@Component
class LimitsSchedule {
  private static final Logger LOG = LoggerFactory.getLogger(LimitsSchedule.class);

  private final CurrentLimits limits;

  /** Refreshes these limits. */
  LimitsSchedule(CurrentLimits limits) {
    this.limits = limits;
  }

  /** Called every {@code palmyra.risk.limits-every}; what is in memory holds if it fails. */
  @Scheduled(fixedDelayString = "${palmyra.risk.limits-every:500ms}")
  void refresh() {
    try {
      limits.refresh();
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("limits not looked for: {}", e.toString());
    }
  }
}
