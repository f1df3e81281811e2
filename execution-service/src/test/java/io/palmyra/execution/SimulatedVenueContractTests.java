package io.palmyra.execution;

import static org.awaitility.Awaitility.await;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.execution.application.VenueConnector;
import io.palmyra.execution.outbound.simulated.SimulatedVenueConnector;
import io.palmyra.execution.venue.VenueConnectorContract;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The adapter of the simulated venue, over its socket. */
class SimulatedVenueContractTests extends VenueConnectorContract {
  private static final AtomicInteger ACCOUNTS = new AtomicInteger();
  private static VenueFixture venue;

  private final AccountId account = new AccountId("contract-" + ACCOUNTS.incrementAndGet());
  private final VenueConnector connector =
      new SimulatedVenueConnector(
          () -> new InetSocketAddress("127.0.0.1", venue.port()),
          VenueFixture.SECRET,
          Duration.ofSeconds(2));

  @BeforeAll
  static void start() {
    venue = new VenueFixture();
  }

  @AfterAll
  static void stop() {
    venue.close();
  }

  @Override
  protected VenueConnector connector() {
    return connector;
  }

  @Override
  protected AccountId account() {
    return account;
  }

  @Override
  protected InstrumentId instrument() {
    return VenueFixture.EURUSD;
  }

  @Override
  protected void tick(String bid, String ask, String size) {
    venue.tick(bid, ask, size);
  }

  @Override
  protected void breakConnection() {
    venue.stop();
    venue.start();
  }

  @Override
  protected void eventually(Assertion assertion) {
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(5))
        .untilAsserted(assertion::hold);
  }
}
