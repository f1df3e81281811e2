package io.palmyra.execution.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.decision.ParentEnded;
import io.palmyra.contracts.fill.FillRecorded;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.orderevent.OrderEvent;
import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.portfolio.Position;
import io.palmyra.core.risk.RiskState;
import io.palmyra.core.venue.VenueBooks;
import io.palmyra.core.venue.VenueEvent;
import io.palmyra.core.venue.VenueOrderStatus;
import io.palmyra.core.venue.VenueRecord;
import io.palmyra.execution.application.Order;
import io.palmyra.execution.application.VenueNotice;
import io.palmyra.execution.outbound.simulated.VenueWords;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What must be true of a world at rest: all books say what the venue's say. */
final class Settlement {
  private Settlement() {}

  static void check(World world) {
    VenueBooks venue = world.venue().books();
    assertThat(world.orders().unarmed()).as("unarmed").isEmpty();
    fills(world, venue);
    orders(world, venue);
    parents(world);
    positions(world, venue);
    assertThat(world.portfolio().books().cash().of(Currency.USD))
        .as("cash of portfolio")
        .isEqualTo(venue.cash(Currency.USD));
  }

  private static void fills(World world, VenueBooks venue) {
    List<String> theirs =
        filled(venue).stream().map(Settlement::fillId).map(FillId::value).sorted().toList();
    assertThat(sorted(world.orders().fills().stream().map(FillRecorded::fillId).toList()))
        .as("fills in the journal; missing: %s; %s", missing(world, venue), world.owners())
        .isEqualTo(theirs);
    assertThat(
            sorted(
                world.topics().distinct(Topic.FILLS, FillRecorded.class).stream()
                    .map(FillRecorded::fillId)
                    .toList()))
        .as("fills on fills")
        .isEqualTo(theirs);
    assertThat(
            sorted(
                world.topics().distinct(Topic.ORDER_EVENTS, OrderFilled.class).stream()
                    .map(OrderFilled::fillId)
                    .toList()))
        .as("fills on order-events")
        .isEqualTo(theirs);
  }

  private static List<String> missing(World world, VenueBooks venue) {
    var known =
        world.orders().fills().stream().map(FillRecorded::fillId).collect(Collectors.toSet());
    return filled(venue).stream()
        .filter(record -> !known.contains(fillId(record)))
        .map(record -> record + story(world, VenueWords.ofFill(record).clientOrderId()))
        .toList();
  }

  private static List<VenueRecord> filled(VenueBooks venue) {
    return venue.fillsAfter(0).stream()
        .filter(record -> record.event() instanceof VenueEvent.Executed)
        .toList();
  }

  private static FillId fillId(VenueRecord record) {
    VenueNotice.OfFill fill = VenueWords.ofFill(record);
    return FillId.of(World.IDENTITY.venue(), World.ACCOUNT, fill.executionId());
  }

  private static List<String> sorted(List<FillId> ids) {
    return ids.stream().map(FillId::value).sorted().toList();
  }

  private static void orders(World world, VenueBooks venue) {
    assertThat(world.orders().open().stream().map(order -> story(world, order.id())).toList())
        .as("orders open in the journal")
        .isEmpty();
    assertThat(
            venue.orders().stream()
                .filter(order -> order.status() == VenueOrderStatus.WORKING)
                .toList())
        .as("orders open at the venue")
        .isEmpty();
    var risk = new RiskState(World.ACCOUNT, Currency.USD, world.risk().saved());
    assertThat(risk.open()).as("orders open with risk").isEmpty();
    for (Order order :
        world.orders().open().stream().filter(each -> each.venueOrderId() != null).toList()) {
      assertThat(venue.order(order.id())).as("order %s", order.id()).isPresent();
    }
  }

  /** Every parent ended, and what it tells is what the journal has of its children. */
  private static void parents(World world) {
    assertThat(world.risk().saved().parents()).as("parents that go on").isEmpty();
    for (ParentEnded ended : world.topics().distinct(Topic.DECISIONS, ParentEnded.class)) {
      Quantity filled =
          world.orders().fills().stream()
              .filter(fill -> ended.parent().equals(parentOf(world, fill)))
              .map(FillRecorded::lastQuantity)
              .reduce(Quantity.ZERO, Quantity::plus);
      assertThat(ended.filled())
          .as("filled by children of %s", ended)
          .isEqualByComparingTo(filled)
          .isLessThanOrEqualTo(ended.quantity());
    }
  }

  private static @Nullable ClientOrderId parentOf(World world, FillRecorded fill) {
    return world
        .orders()
        .find(fill.clientOrderId())
        .map(order -> order.command().parent())
        .orElse(null);
  }

  /** What happened to an order, for people who look for the cause. */
  private static String story(World world, ClientOrderId id) {
    var told = new StringBuilder();
    told.append(id).append("\n  journal: ").append(world.orders().find(id));
    told.append("\n  venue: ").append(world.venue().books().order(id));
    for (OrderEvent event : world.topics().distinct(Topic.ORDER_EVENTS, OrderEvent.class)) {
      if (event.clientOrderId().equals(id)) {
        told.append("\n  ").append(event);
      }
    }
    return told.toString();
  }

  private static void positions(World world, VenueBooks venue) {
    var risk = new RiskState(World.ACCOUNT, Currency.USD, world.risk().saved());
    for (InstrumentDefined each : SimulatedVenue.INSTRUMENTS) {
      InstrumentId instrument = each.instrument();
      Quantity held = venue.position(instrument);
      assertThat(world.orders().positions().getOrDefault(instrument, Quantity.ZERO))
          .as("position of the journal in %s", instrument)
          .isEqualByComparingTo(held);
      assertThat(risk.position(instrument))
          .as("position of risk in %s", instrument)
          .isEqualByComparingTo(held);
      assertThat(
              world
                  .portfolio()
                  .books()
                  .position(instrument)
                  .map(Position::quantity)
                  .orElse(Quantity.ZERO))
          .as("position of portfolio in %s", instrument)
          .isEqualByComparingTo(held);
    }
  }
}
