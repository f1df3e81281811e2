package io.palmyra.execution.simulation;

import io.palmyra.contracts.account.AccountEvent;
import io.palmyra.contracts.account.CashReported;
import io.palmyra.contracts.fill.FillAmended;
import io.palmyra.contracts.fill.FillRecorded;
import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.core.portfolio.Books;
import io.palmyra.core.portfolio.CashCheck;
import io.palmyra.core.portfolio.PositionEntry;
import io.palmyra.platform.lane.LaneHandler;
import io.palmyra.platform.lane.LaneRecord;
import io.palmyra.platform.lane.LaneTransaction;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Portfolio: its books in a lane. */
final class SimulatedPortfolio extends SimulatedProcess implements LaneHandler {
  private final Database database = new Database(true);
  private final Set<FillId> booked = new HashSet<>();
  private final Set<String> references = new HashSet<>();

  private record Booked(InstrumentId instrument, PositionEntry.Filled entry) {}

  private final Map<FillId, Booked> entries = new LinkedHashMap<>();
  private Map<FillId, Booked> durableEntries = Map.of();
  private Books durable = Books.of(World.ACCOUNT);
  private Books books = durable;
  private CashCheck check = new CashCheck();
  private long fillSequence;
  private long durableSequence;
  private SimulatedLane lane;

  SimulatedPortfolio(World world) {
    super("portfolio", world);
    lane = newLane();
  }

  private SimulatedLane newLane() {
    var fresh = new SimulatedLane(this, List.of(Topic.FILLS, Topic.ACCOUNT_EVENTS), database, 0);
    fresh.handledBy(this);
    return fresh;
  }

  void turn() {
    lane.turn();
  }

  Books books() {
    return durable;
  }

  @Override
  void died() {
    books = Books.of(World.ACCOUNT);
  }

  @Override
  void started() {
    lane = newLane();
  }

  @Override
  public void opened(int partition) {
    books = durable;
    check = new CashCheck();
    fillSequence = durableSequence;
    entries.clear();
    entries.putAll(durableEntries);
  }

  @Override
  public void closed(int partition) {
    books = Books.of(World.ACCOUNT);
  }

  @Override
  public void on(LaneRecord record, LaneTransaction tx) {
    switch (record.envelope().body()) {
      case FillRecorded fill -> {
        fillSequence = sequence(record);
        if (booked.contains(fill.fillId())) {
          throw new Violation("fill " + fill.fillId() + " stands on fills twice");
        }
        lane.current().write(() -> booked.add(fill.fillId()));
        entries.put(fill.fillId(), new Booked(fill.instrument(), PositionEntry.Filled.of(fill)));
        books = books.apply(fill, world().instrument(fill.instrument()).orElseThrow());
        same(check.filled(books, fillSequence));
      }
      case FillAmended amendment -> {
        fillSequence = sequence(record);
        entries.computeIfPresent(
            amendment.fillId(),
            (_, each) -> new Booked(each.instrument(), each.entry().amendedBy(amendment)));
        books =
            books.rebuilt(
                world().instrument(amendment.instrument()).orElseThrow(),
                entries.values().stream()
                    .filter(each -> each.instrument().equals(amendment.instrument()))
                    .<PositionEntry>map(Booked::entry)
                    .toList());
        same(check.filled(books, fillSequence));
      }
      case AccountEvent event -> {
        if (references.contains(event.reference())) {
          throw new Violation(event.reference() + " stands on account-events twice");
        }
        lane.current().write(() -> references.add(event.reference()));
        books = books.apply(event);
        check.booked();
      }
      case CashReported report -> same(check.reported(report, books, fillSequence));
      default -> throw new Violation("no business of portfolio: " + record);
    }
  }

  private static long sequence(LaneRecord record) {
    Long sequence = record.envelope().sequence();
    return sequence == null ? 0 : sequence;
  }

  private void same(Optional<String> difference) {
    difference.ifPresent(
        differs -> {
          throw new Violation("cash differs: " + differs);
        });
  }

  @Override
  public void flush() {
    Books after = books;
    long upTo = fillSequence;
    Map<FillId, Booked> now = new LinkedHashMap<>(entries);
    lane.current()
        .write(
            () -> {
              durable = after;
              durableSequence = upTo;
              durableEntries = now;
            });
  }
}
