package io.palmyra.portfolio.inbound;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.account.AccountEvent;
import io.palmyra.contracts.account.CashReported;
import io.palmyra.contracts.fill.FillMessage;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.platform.lane.LaneHandler;
import io.palmyra.platform.lane.LaneRecord;
import io.palmyra.platform.lane.LaneTransaction;
import io.palmyra.platform.time.MonotonicClock;
import io.palmyra.portfolio.PortfolioProperties;
import io.palmyra.portfolio.application.Announcement;
import io.palmyra.portfolio.application.Bookkeeping;
import io.palmyra.portfolio.application.EquityCurve;
import io.palmyra.portfolio.application.Ledger;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes fills and account events from the lane, and its turns for what prices did. */
@Component
final class LedgerLane implements LaneHandler {
  private final Bookkeeping bookkeeping;
  private final Announcement announcement;
  private final EquityCurve curve;
  private final MonotonicClock clock;
  private final long everyNanos;
  private @Nullable LaneTransaction transaction;
  private Instant occurredAt = Instant.EPOCH;
  private long announcedNanos;

  LedgerLane(
      Bookkeeping bookkeeping,
      Announcement announcement,
      EquityCurve curve,
      MonotonicClock clock,
      PortfolioProperties settings) {
    this.bookkeeping = bookkeeping;
    this.announcement = announcement;
    this.curve = curve;
    this.clock = clock;
    this.everyNanos = settings.announceEvery().toNanos();
    this.announcedNanos = clock.nanos();
  }

  @Override
  public void opened(int partition) {
    bookkeeping.load(partition);
    announcement.forget();
  }

  @Override
  public void closed(int partition) {
    bookkeeping.drop(partition);
    transaction = null;
  }

  @Override
  public void on(LaneRecord record, LaneTransaction open) {
    Envelope<?> envelope = record.envelope();
    transaction = open;
    occurredAt = envelope.occurredAt();
    switch (envelope.body()) {
      case FillMessage fill -> bookkeeping.book(fill, record.partition(), sequence(envelope));
      case AccountEvent event -> bookkeeping.book(event, record.partition());
      case CashReported report -> bookkeeping.compare(report, record.partition());
      default -> throw new IllegalArgumentException("no entry of books: " + envelope.body());
    }
  }

  private static long sequence(Envelope<?> envelope) {
    Long sequence = envelope.sequence();
    return sequence == null ? 0 : sequence;
  }

  /** One statement a ledger and commit, however many fills it holds. */
  @Override
  public void flush() {
    LaneTransaction open = transaction;
    transaction = null;
    List<Ledger> saved = bookkeeping.save();
    if (open != null) {
      saved.forEach(ledger -> publish(ledger, open));
    }
  }

  private void publish(Ledger ledger, LaneTransaction open) {
    announcement
        .statement(ledger)
        .ifPresent(
            statement -> open.publish(Topic.PORTFOLIO, ledger.account(), statement, occurredAt));
  }

  @Override
  public void turned(Set<Integer> partitions) {
    long now = clock.nanos();
    if (now - announcedNanos >= everyNanos) {
      announcedNanos = now;
      announcement.announce(bookkeeping.open());
      curve.thinWhenDue();
    }
  }
}
