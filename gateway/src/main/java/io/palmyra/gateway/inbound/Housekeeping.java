package io.palmyra.gateway.inbound;

import io.palmyra.gateway.application.SigningKeys;
import io.palmyra.gateway.application.stream.StreamHub;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What the gateway does now and then. */
@Component
class Housekeeping {
  private final SigningKeys keys;
  private final StreamHub hub;

  Housekeeping(SigningKeys keys, StreamHub hub) {
    this.keys = keys;
    this.hub = hub;
  }

  @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
  void rotateKeys() {
    keys.rotate();
  }

  @Scheduled(fixedDelay = 1_000)
  void expireStreams() {
    hub.expire();
  }
}
