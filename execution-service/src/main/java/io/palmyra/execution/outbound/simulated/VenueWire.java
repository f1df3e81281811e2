package io.palmyra.execution.outbound.simulated;

import io.palmyra.core.venue.VenueEvent;
import io.palmyra.core.venue.protocol.ClientFrame;
import io.palmyra.core.venue.protocol.ServerFrame;
import io.palmyra.platform.codec.Frames;
import io.palmyra.platform.codec.SealedJson;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Frames to and from the venue: one thread reads, whoever has something to say writes, a third says
 * each second that we are here.
 */
final class VenueWire {
  private static final Logger LOG = LoggerFactory.getLogger(VenueWire.class);
  private static final JsonMapper JSON =
      SealedJson.knowing(ClientFrame.class, ServerFrame.class, VenueEvent.class);

  private final Socket socket;
  private final DataOutputStream out;
  private final Duration answerWithin;
  private final ReentrantLock writing = new ReentrantLock();
  private final AtomicLong nextId = new AtomicLong();
  private final AtomicBoolean ended = new AtomicBoolean();
  private final Map<Long, CompletableFuture<ServerFrame.Answer>> questions =
      new ConcurrentHashMap<>();

  /** Hears of what no question waits for. */
  interface Listener {
    /** An answer to a request that nobody waits for, or a pushed event. */
    void on(ServerFrame frame);

    /** The connection is gone; called once. */
    void ended(String cause);
  }

  VenueWire(Socket socket, Duration answerWithin) throws IOException {
    this.socket = socket;
    this.out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
    this.answerWithin = answerWithin;
  }

  void start(Listener listener) {
    Thread.ofVirtual().name("venue-client-read").start(() -> read(listener));
    Thread.ofVirtual().name("venue-client-beat").start(this::beat);
  }

  long newId() {
    return nextId.incrementAndGet();
  }

  void write(ClientFrame frame) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(frame);
    writing.lock();
    try {
      Frames.write(out, bytes);
      out.flush();
    } finally {
      writing.unlock();
    }
  }

  /** Asks and waits; whatever goes wrong is an exception, never an empty answer. */
  <A extends ServerFrame.Answer> A ask(LongFunction<ClientFrame> question, Class<A> wanted)
      throws IOException {
    long id = newId();
    var answer = new CompletableFuture<ServerFrame.Answer>();
    questions.put(id, answer);
    try {
      if (ended.get()) {
        throw new IOException("the session has ended");
      }
      write(question.apply(id));
      ServerFrame.Answer given = answer.get(answerWithin.toMillis(), TimeUnit.MILLISECONDS);
      if (given instanceof ServerFrame.Refused refused) {
        throw new IOException("the venue refused: " + refused.code() + ", " + refused.detail());
      }
      return wanted.cast(given);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException | TimeoutException | ClassCastException e) {
      throw new IOException("no answer: " + e, e);
    } finally {
      questions.remove(id);
    }
  }

  private void read(Listener listener) {
    String cause = "the venue ended it";
    try (var in = new DataInputStream(new BufferedInputStream(socket.getInputStream()))) {
      while (!socket.isClosed()) {
        ServerFrame frame = JSON.readValue(Frames.read(in), ServerFrame.class);
        CompletableFuture<ServerFrame.Answer> question =
            frame instanceof ServerFrame.Answer answer ? questions.get(answer.id()) : null;
        if (question != null) {
          question.complete((ServerFrame.Answer) frame);
        } else {
          listener.on(frame);
        }
      }
    } catch (IOException | JacksonException e) {
      cause = e.toString();
    } finally {
      end(cause);
      listener.ended(cause);
    }
  }

  private void beat() {
    while (!ended.get()) {
      try {
        write(new ClientFrame.Heartbeat());
      } catch (IOException e) {
        end(e.toString());
      }
      LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
    }
  }

  void end(String cause) {
    if (ended.compareAndSet(false, true)) {
      LOG.info("venue connection ended cause={}", cause);
      var gone = new IOException("the session has ended: " + cause);
      questions.values().forEach(question -> question.completeExceptionally(gone));
      try {
        socket.close();
      } catch (IOException e) {
        LOG.debug("socket did not close", e);
      }
    }
  }
}
