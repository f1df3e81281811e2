package io.palmyra.gateway.application.audit;

import io.palmyra.contracts.audit.ChangeRecorded;
import io.palmyra.platform.stream.StreamListener;
import io.palmyra.platform.stream.StreamRecord;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what services recorded on {@code audit} into the chain, each once. Waits for the database
 * as long as it takes: what it refuses for good goes to the dead letters.
 */
public final class AuditTrail implements StreamListener {
  private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);
  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final AuditStore store;
  private volatile boolean stopped;

  /** Into this. */
  public AuditTrail(AuditStore store) {
    this.store = store;
  }

  @Override
  public void on(StreamRecord record) {
    if (record.envelope().body() instanceof ChangeRecorded change) {
      while (!stopped && !taken(record.envelope().id(), change)) {
        LockSupport.parkNanos(AGAIN.toNanos());
      }
    }
  }

  private boolean taken(String messageId, ChangeRecorded change) {
    try {
      store.append(messageId, change);
      return true;
    } catch (AuditStore.UnavailableException e) {
      LOG.warn(
          "audit waits for the database message={} cause={}",
          messageId,
          String.valueOf(e.getCause()));
      return false;
    }
  }

  /** Waits no longer; what was not taken in is read again at the next start. */
  public void stop() {
    stopped = true;
  }
}
