package io.palmyra.venue.inbound;

import io.palmyra.platform.time.MonotonicClock;
import io.palmyra.venue.VenueProperties;
import io.palmyra.venue.application.Engine;
import io.palmyra.venue.application.Moods;
import io.palmyra.venue.application.VenueManners;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Listens for clients of the venue protocol; each connection has two virtual threads. */
@Component
public final class VenueServer implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(VenueServer.class);

  private final Engine engine;
  private final VenueProperties settings;
  private final VenueManners manners;
  private final InstantSource clock;
  private final MonotonicClock monotonic;
  private final Set<VenueConnection> connections = ConcurrentHashMap.newKeySet();
  private @Nullable ServerSocket server;

  public VenueServer(
      Engine engine,
      VenueProperties settings,
      Moods moods,
      InstantSource clock,
      MonotonicClock monotonic) {
    this.engine = engine;
    this.settings = settings;
    this.manners = new VenueManners(settings.accountSecret(), settings.messagesPerSecond(), moods);
    this.clock = clock;
    this.monotonic = monotonic;
  }

  @Override
  public void start() {
    try {
      var listening = new ServerSocket();
      listening.setReuseAddress(true);
      listening.bind(
          new InetSocketAddress(InetAddress.getByName(settings.address()), settings.port()));
      server = listening;
      Thread.ofVirtual().name("venue-accept").start(() -> accept(listening));
      LOG.info("venue protocol listens port={}", listening.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot listen on " + settings.address() + ":" + settings.port(), e);
    }
  }

  /** The port that it listens on. */
  public int port() {
    ServerSocket listening = server;
    return listening == null ? -1 : listening.getLocalPort();
  }

  private void accept(ServerSocket listening) {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) settings.silence().toMillis());
        var connection =
            new VenueConnection(socket, engine, manners, clock, monotonic, connections::remove);
        connections.add(connection);
        connection.start();
      } catch (IOException e) {
        if (!listening.isClosed()) {
          LOG.warn("a connection was not accepted", e);
        }
      }
    }
  }

  @Override
  public void stop() {
    ServerSocket listening = server;
    server = null;
    if (listening != null) {
      try {
        listening.close();
      } catch (IOException e) {
        LOG.warn("listening socket did not close", e);
      }
    }
    connections.forEach(connection -> connection.close("the venue stops"));
  }

  @Override
  public boolean isRunning() {
    return server != null;
  }
}
