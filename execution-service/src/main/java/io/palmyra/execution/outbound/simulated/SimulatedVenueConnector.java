package io.palmyra.execution.outbound.simulated;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.core.venue.protocol.ClientFrame;
import io.palmyra.core.venue.protocol.ServerFrame;
import io.palmyra.execution.application.VenueConnector;
import io.palmyra.execution.application.VenueListener;
import io.palmyra.execution.application.VenueSession;
import io.palmyra.platform.time.MonotonicClock;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.function.Supplier;

/** Connects to the simulated venue over TCP. */
public final class SimulatedVenueConnector implements VenueConnector {
  private static final int CONNECT_MILLIS = 2000;
  private static final int SILENCE_MILLIS = 5000;

  private final Supplier<InetSocketAddress> address;
  private final String secret;
  private final Duration answerWithin;
  private final MonotonicClock clock;

  /**
   * @param address of the venue, looked up anew for each connection
   * @param secret shared with the venue
   * @param answerWithin after which a question has failed
   */
  public SimulatedVenueConnector(
      Supplier<InetSocketAddress> address,
      String secret,
      Duration answerWithin,
      MonotonicClock clock) {
    this.address = address;
    this.secret = secret;
    this.answerWithin = answerWithin;
    this.clock = clock;
  }

  @Override
  public VenueSession connect(AccountId account, long epoch, VenueListener listener)
      throws IOException {
    var socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(SILENCE_MILLIS);
      socket.connect(address.get(), CONNECT_MILLIS);
      var wire = new VenueWire(socket, answerWithin);
      var session = new SimulatedVenueSession(wire, listener, answerWithin, clock);
      wire.start(session);
      ServerFrame.LoggedOn stands =
          wire.ask(
              id -> new ClientFrame.LogOn(id, secret, account, epoch), ServerFrame.LoggedOn.class);
      session.opened(stands);
      return session;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }
}
