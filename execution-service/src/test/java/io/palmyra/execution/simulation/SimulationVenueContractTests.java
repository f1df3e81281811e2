package io.palmyra.execution.simulation;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.execution.application.VenueConnector;
import io.palmyra.execution.venue.VenueConnectorContract;

/** The venue of the simulation keeps what the real adapters keep. */
class SimulationVenueContractTests extends VenueConnectorContract {
  private final World world = new World(1, Wiring.SOUND);
  private final VenueConnector connector = world.venue().reachedBy(world.owners().getFirst());

  SimulationVenueContractTests() {
    world.faults().end();
    world.oracle().rest();
  }

  @Override
  protected VenueConnector connector() {
    return connector;
  }

  @Override
  protected AccountId account() {
    return World.ACCOUNT;
  }

  @Override
  protected InstrumentId instrument() {
    return SimulatedVenue.INSTRUMENTS.getFirst().instrument();
  }

  @Override
  protected void tick(String bid, String ask, String size) {
    world
        .venue()
        .onTick(
            new QuoteTick(
                instrument(),
                Price.of(bid),
                Price.of(ask),
                Quantity.of(size),
                Quantity.of(size),
                world.clock().instant(),
                "contract"));
  }

  @Override
  protected void breakConnection() {
    world.venue().breakConnection();
  }

  @Override
  protected void eventually(Assertion assertion) {
    world.venue().settle();
    try {
      assertion.hold();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
