package io.palmyra.risk.inbound;

import io.palmyra.contracts.orderevent.OrderEventMessage;
import io.palmyra.contracts.signal.InputOffset;
import io.palmyra.contracts.signal.Signal;
import io.palmyra.platform.lane.LaneHandler;
import io.palmyra.platform.lane.LaneRecord;
import io.palmyra.platform.lane.LaneTransaction;
import io.palmyra.risk.application.AccountBooks;
import io.palmyra.risk.application.Brackets;
import io.palmyra.risk.application.DecideSignals;
import io.palmyra.risk.application.FollowOrders;
import io.palmyra.risk.application.Guards;
import io.palmyra.risk.application.RoundTrips;
import io.palmyra.risk.application.control.Pulse;
import java.util.Set;

/** Carries signals and order events from the lane to the use cases, and decisions back. */
final class RiskLane implements LaneHandler {
  private final AccountBooks books;
  private final DecideSignals decide;
  private final FollowOrders follow;
  private final TierLane tiers;
  private final Guards guards;
  private final Brackets brackets;
  private final RoundTrips trips;
  private final TimedLane timed;
  private final Pulse pulse;
  private final CaughtUp caughtUp;

  /** Hands on to these use cases. */
  RiskLane(
      AccountBooks books,
      DecideSignals decide,
      FollowOrders follow,
      TierLane tiers,
      Guards guards,
      Brackets brackets,
      RoundTrips trips,
      TimedLane timed,
      Pulse pulse,
      CaughtUp caughtUp) {
    this.books = books;
    this.decide = decide;
    this.follow = follow;
    this.tiers = tiers;
    this.guards = guards;
    this.brackets = brackets;
    this.trips = trips;
    this.timed = timed;
    this.pulse = pulse;
    this.caughtUp = caughtUp;
  }

  @Override
  public void opened(int partition) {
    caughtUp.await();
    books.open(partition);
    tiers.watch().open(partition);
    guards.open(partition);
    brackets.open(partition);
    trips.open(partition);
  }

  @Override
  public void closed(int partition) {
    books.close(partition);
    tiers.watch().close(partition);
    guards.close(partition);
    brackets.close(partition);
    trips.close(partition);
  }

  @Override
  public void on(LaneRecord record, LaneTransaction transaction) {
    switch (record.envelope().body()) {
      case Signal signal ->
          decide.decide(signal, positionOf(record)).ifPresent(made -> made.publishTo(transaction));
      case OrderEventMessage event -> follow.on(event);
      default -> throw new IllegalArgumentException("no business of risk: " + record.topic());
    }
  }

  @Override
  public void flush() {
    books.save();
    tiers.watch().save();
    guards.save();
    brackets.save();
    trips.save();
  }

  @Override
  public void turned(Set<Integer> partitions) {
    pulse.beat(partitions);
    tiers.align();
    timed.work();
  }

  private static InputOffset positionOf(LaneRecord record) {
    return new InputOffset(record.topic().topicName(), record.partition(), record.offset());
  }
}
