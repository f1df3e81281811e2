package io.palmyra.gateway.application.stream;

import io.palmyra.platform.security.Caller;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client of the live stream: who it is, what it wants, and a writer thread of its own, so that
 * it delays nobody.
 */
public final class StreamClient {
  /** Close code: the token is missing, wrong or over. */
  public static final int UNAUTHENTICATED = 4401;

  /** Close code: too slow to be served without loss. */
  public static final int TOO_SLOW = 1013;

  private static final Logger LOG = LoggerFactory.getLogger(StreamClient.class);

  private final ClientConnection connection;
  private final Outgoing outgoing;
  private final Instant openedAt;
  private volatile @Nullable Caller caller;
  private volatile Subscription subscription = Subscription.NOTHING;

  StreamClient(ClientConnection connection, int capacity, Instant openedAt) {
    this.connection = connection;
    this.outgoing = new Outgoing(capacity);
    this.openedAt = openedAt;
    Thread.ofVirtual().name("stream-client").start(this::write);
  }

  @Nullable Caller caller() {
    return caller;
  }

  Instant openedAt() {
    return openedAt;
  }

  void authenticated(Caller as) {
    caller = as;
  }

  void subscribe(Subscription wanted) {
    subscription = wanted;
  }

  /** Queues a record of a topic, if this client wants it and may see it. */
  void deliver(StreamName stream, String key, String message) {
    Caller as = caller;
    if (as == null || !subscription.wants(stream, key, as)) {
      return;
    }
    if (stream == StreamName.QUOTES) {
      outgoing.offerQuote(key, message);
    } else {
      send(message);
    }
  }

  /** Queues an answer or a message that must not be lost. */
  void send(String message) {
    if (!outgoing.offer(message)) {
      LOG.warn("stream client too slow address={}", connection.address());
      close(TOO_SLOW, "too slow");
    }
  }

  void close(int code, String reason) {
    outgoing.close();
    Thread.ofVirtual().start(() -> connection.close(code, reason));
  }

  /** The wire is gone. */
  void closed() {
    outgoing.close();
  }

  private void write() {
    try {
      for (String next = outgoing.take(); next != null; next = outgoing.take()) {
        connection.send(next);
      }
    } catch (IOException | IllegalStateException e) {
      LOG.debug("stream client gone address={} cause={}", connection.address(), e.toString());
      outgoing.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
