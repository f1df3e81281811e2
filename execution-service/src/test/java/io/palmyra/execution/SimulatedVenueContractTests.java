package io.palmyra.execution;

import static org.awaitility.Awaitility.await;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ExecutionId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.execution.application.VenueConnector;
import io.palmyra.execution.outbound.simulated.SimulatedVenueConnector;
import io.palmyra.execution.venue.MisbehavingVenueContract;
import io.palmyra.execution.venue.Misbehaviour;
import io.palmyra.platform.time.MonotonicClock;
import io.palmyra.venue.application.Mood;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The adapter of the simulated venue, over its socket. */
class SimulatedVenueContractTests extends MisbehavingVenueContract {
  private static final AtomicInteger ACCOUNTS = new AtomicInteger();
  private static VenueFixture venue;

  private final AccountId account = new AccountId("contract-" + ACCOUNTS.incrementAndGet());
  private final VenueConnector connector =
      new SimulatedVenueConnector(
          () -> new InetSocketAddress("127.0.0.1", venue.port()),
          VenueFixture.SECRET,
          Duration.ofSeconds(2),
          MonotonicClock.SYSTEM);

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
  protected void misbehave(Misbehaviour how) {
    venue.be(
        switch (how) {
          case NONE -> Mood.GOOD;
          case IS_LATE -> late(Duration.ofMillis(500));
          case IS_TOO_LATE -> late(Duration.ofSeconds(4));
          case LOSES_ANSWERS -> mood(true, false, false, null, null, false);
          case REPEATS_EVENTS -> mood(false, true, false, null, null, false);
          case REORDERS_EVENTS -> mood(false, false, true, null, null, false);
          case REFUSES -> mood(false, false, false, "CLOSED_ONLY", null, false);
          case THROTTLES -> mood(false, false, false, null, 2, false);
          case CANCELS_ON_DISCONNECT -> mood(false, false, false, null, null, true);
        },
        account);
  }

  private static Mood late(Duration delay) {
    return new Mood(delay, false, false, false, null, null, false);
  }

  private static Mood mood(
      boolean loses,
      boolean repeats,
      boolean reorders,
      @Nullable String refuses,
      @Nullable Integer most,
      boolean cancels) {
    return new Mood(Duration.ZERO, loses, repeats, reorders, refuses, most, cancels);
  }

  @Override
  protected void bust(ExecutionId execution) {
    venue.bust(account, execution);
  }

  @Override
  protected void eventually(Assertion assertion) {
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(5))
        .untilAsserted(assertion::hold);
  }
}
