package io.palmyra.venue.inbound;

import io.palmyra.core.venue.VenueEvent;
import io.palmyra.core.venue.protocol.ClientFrame;
import io.palmyra.core.venue.protocol.ServerFrame;
import io.palmyra.platform.codec.Frames;
import io.palmyra.platform.codec.SealedJson;
import io.palmyra.platform.time.MonotonicClock;
import io.palmyra.venue.application.ClientSession;
import io.palmyra.venue.application.Engine;
import io.palmyra.venue.application.SessionRequests;
import io.palmyra.venue.application.VenueManners;
import io.palmyra.venue.inbound.OutgoingFrames.Outgoing;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** One client's connection: a thread that reads, a thread that writes and says that we are here. */
final class VenueConnection implements ClientSession {
  private static final Logger LOG = LoggerFactory.getLogger(VenueConnection.class);
  private static final JsonMapper JSON =
      SealedJson.knowing(ClientFrame.class, ServerFrame.class, VenueEvent.class);
  private static final long HEARTBEAT_MILLIS = 1000;

  private final Socket socket;
  private final Engine engine;
  private final SessionRequests requests;
  private final Consumer<VenueConnection> ended;
  private final OutgoingFrames outgoing;

  VenueConnection(
      Socket socket,
      Engine engine,
      VenueManners manners,
      InstantSource clock,
      MonotonicClock monotonic,
      Consumer<VenueConnection> ended) {
    this.socket = socket;
    this.engine = engine;
    this.requests = new SessionRequests(this, manners, clock, monotonic);
    this.outgoing = new OutgoingFrames(requests::mood, monotonic);
    this.ended = ended;
  }

  void start() {
    Thread.ofVirtual().name("venue-read").start(this::read);
    Thread.ofVirtual().name("venue-write").start(this::write);
  }

  @Override
  public void send(ServerFrame frame) {
    outgoing.add(frame);
  }

  @Override
  public void close(String cause) {
    outgoing.end(cause);
  }

  private void read() {
    String cause = "the client ended it";
    try (var in = new DataInputStream(new BufferedInputStream(socket.getInputStream()))) {
      while (!socket.isClosed()) {
        ClientFrame frame = JSON.readValue(Frames.read(in), ClientFrame.class);
        if (!(frame instanceof ClientFrame.Heartbeat)) {
          engine.offer(turn -> requests.handle(turn, frame));
        }
      }
    } catch (IOException | JacksonException e) {
      cause = e.toString();
    } finally {
      engine.offer(requests::gone);
      close(cause);
      ended.accept(this);
    }
  }

  private void write() {
    try (socket;
        var out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()))) {
      while (true) {
        Outgoing next = outgoing.next(HEARTBEAT_MILLIS);
        if (next instanceof Outgoing.End end) {
          LOG.info(
              "connection ended from={} cause={}", socket.getRemoteSocketAddress(), end.cause());
          out.flush();
          return;
        }
        ServerFrame frame =
            next instanceof Outgoing.Frame given ? given.frame() : new ServerFrame.Heartbeat();
        Frames.write(out, JSON.writeValueAsBytes(frame));
        if (outgoing.isEmpty()) {
          out.flush();
        }
      }
    } catch (IOException e) {
      LOG.info("connection broke cause={}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
