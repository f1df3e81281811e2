package io.palmyra.execution.application;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.orderevent.AccountHaltRequested;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.platform.lane.NotOwnerException;
import io.palmyra.platform.lease.Held;
import io.palmyra.platform.lease.Lease;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One account: waits for its lease, then owns it for a tenure, again and again. */
final class VenueAccount {
  private static final Logger LOG = LoggerFactory.getLogger(VenueAccount.class);

  private final AccountIdentity identity;
  private final AccountParts parts;
  private final Arming arming;
  private final Lease lease;
  private volatile boolean running = true;
  private volatile @Nullable Tenure tenure;
  private @Nullable Thread thread;

  VenueAccount(AccountIdentity identity, AccountParts parts) {
    this.identity = identity;
    this.parts = parts;
    this.arming = new Arming(parts.unlike());
    this.lease = parts.leases().of(identity.resource());
  }

  void start() {
    thread = Thread.ofPlatform().name("account-" + identity.account()).start(this::run);
  }

  private void run() {
    while (running && parts.unlike().get().isPresent()) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    if (running) {
      lease.start();
    }
    while (running) {
      Optional<Held> held = lease.held();
      if (held.isEmpty()) {
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        continue;
      }
      var mine = new Tenure(identity, parts, arming, held.get());
      try {
        mine.start();
        tenure = mine;
        mine.run(() -> running, () -> lease.held().isPresent());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        LOG.error("tenure failed account={}", identity.account(), e);
        LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
      } finally {
        tenure = null;
        arming.waitFor("the lease");
        mine.stop();
      }
    }
  }

  /** Stops sending, settles, ends the tenure, and lets the lease go last. */
  void stop() {
    Tenure now = tenure;
    if (now != null) {
      now.settle();
    }
    running = false;
    Thread driving = thread;
    if (driving != null) {
      try {
        driving.join(Duration.ofSeconds(20));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    lease.close();
  }

  CompletableFuture<?> cancel(ClientOrderId id, String reason) {
    Tenure now = tenure;
    return now == null
        ? CompletableFuture.failedFuture(new NotOwnerException(identity.account()))
        : now.cancel(id, reason);
  }

  CompletableFuture<?> announce(AccountHaltRequested request) {
    Tenure now = tenure;
    return now == null
        ? CompletableFuture.failedFuture(new NotOwnerException(identity.account()))
        : now.submit(
            tx -> tx.publish(Topic.ORDER_EVENTS, identity.account(), request, request.at()));
  }

  AccountId id() {
    return identity.account();
  }

  AccountIdentity identity() {
    return identity;
  }

  /** Keeps the account unarmed. */
  void unarm(String why) {
    arming.flag(why);
  }

  /** Lets it be armed again. */
  void rearm() {
    lease.held().ifPresent(held -> parts.desk().journal().rearm(identity.account(), held.epoch()));
    arming.flag(null);
  }

  Optional<Held> held() {
    return lease.held();
  }

  Arming.Now arming() {
    return arming.now();
  }

  Optional<String> failure() {
    Tenure now = tenure;
    return now == null ? Optional.empty() : now.lane().failure();
  }

  boolean alive() {
    Tenure now = tenure;
    Thread driving = thread;
    return (driving == null || driving.isAlive()) && (now == null || now.lane().alive());
  }
}
