package io.palmyra.execution.application;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.orderevent.AccountHaltRequested;
import io.palmyra.platform.poison.HaltRequests;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Execution's own way to ask for a halt: the account is unarmed at once in memory, durably so by a
 * flag of its own, and risk is told. The asking thread does not wait for the database.
 */
public final class UnarmingHaltRequests implements HaltRequests {
  private static final Logger LOG = LoggerFactory.getLogger(UnarmingHaltRequests.class);

  private final Supplier<VenueAccounts> accounts;
  private final Journal journal;
  private final HaltRequests alerts;
  private final Clocks clocks;

  /**
   * @param alerts tells risk where order-events can't
   */
  public UnarmingHaltRequests(
      Supplier<VenueAccounts> accounts, Journal journal, HaltRequests alerts, Clocks clocks) {
    this.accounts = accounts;
    this.journal = journal;
    this.alerts = alerts;
    this.clocks = clocks;
  }

  @Override
  public void requestHalt(AccountId account, String code, String detail) {
    LOG.error("account unarmed account={} code={} detail={}", account, code, detail);
    Optional<Long> epoch = accounts.get().unarm(account, code + ": " + detail);
    var request = new AccountHaltRequested(account, code, detail, clocks.instant());
    var _ =
        CompletableFuture.runAsync(
                () ->
                    epoch.ifPresent(
                        held -> journal.unarm(account, held, code, detail, request.at())))
            .whenComplete(
                (done, failure) -> {
                  if (failure != null) {
                    LOG.error("unarmed flag not durable account={}", account, failure);
                  }
                })
            .handle((done, failure) -> accounts.get().announce(request))
            .thenCompose(announced -> announced)
            .whenComplete(
                (done, failure) -> {
                  if (failure != null) {
                    // The lane is stopped: order-events can't carry it, so alerts do.
                    alerts.requestHalt(account, code, detail);
                  }
                });
  }
}
