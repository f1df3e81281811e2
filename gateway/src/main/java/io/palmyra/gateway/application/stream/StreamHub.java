package io.palmyra.gateway.application.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.platform.codec.MessageCodec;
import io.palmyra.platform.security.Caller;
import io.palmyra.platform.stream.StreamListener;
import io.palmyra.platform.stream.StreamRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Fans records out to the clients that want them: one reading thread encodes each record once and
 * queues it; each client's own thread sends.
 */
public final class StreamHub implements StreamListener {
  private static final Duration TIME_TO_AUTHENTICATE = Duration.ofSeconds(5);

  private final Set<StreamClient> clients = ConcurrentHashMap.newKeySet();
  private final MessageCodec codec;
  private final InstantSource clock;
  private final int capacity;

  /**
   * @param capacity messages that may wait for one client
   */
  public StreamHub(MessageCodec codec, InstantSource clock, int capacity, MeterRegistry metrics) {
    this.codec = codec;
    this.clock = clock;
    this.capacity = capacity;
    metrics.gaugeCollectionSize("palmyra.gateway.stream.clients", java.util.List.of(), clients);
  }

  /** A client came. */
  public StreamClient open(ClientConnection connection) {
    var client = new StreamClient(connection, capacity, clock.instant());
    clients.add(client);
    return client;
  }

  /** A client went. */
  public void close(StreamClient client) {
    clients.remove(client);
    client.closed();
  }

  @Override
  public boolean wants(Topic topic) {
    return !clients.isEmpty();
  }

  @Override
  public void on(StreamRecord record) {
    if (record.key() == null) {
      return;
    }
    String key = record.key();
    StreamName.of(record.topic())
        .ifPresent(
            stream -> {
              String message = message(stream, record.envelope());
              clients.forEach(client -> client.deliver(stream, key, message));
            });
  }

  String message(StreamName stream, Envelope<?> envelope) {
    return "{\"type\":\"message\",\"stream\":\""
        + stream.wire()
        + "\",\"data\":"
        + new String(codec.encode(envelope), StandardCharsets.UTF_8)
        + "}";
  }

  /** Closes clients whose token is over or never came; called every second. */
  public void expire() {
    Instant now = clock.instant();
    for (StreamClient client : clients) {
      Caller caller = client.caller();
      if (caller == null
          ? client.openedAt().plus(TIME_TO_AUTHENTICATE).isBefore(now)
          : !caller.expiresAt().isAfter(now)) {
        client.close(StreamClient.UNAUTHENTICATED, "token missing or over");
      }
    }
  }
}
