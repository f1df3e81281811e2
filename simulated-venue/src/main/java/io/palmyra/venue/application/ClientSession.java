package io.palmyra.venue.application;

import io.palmyra.core.venue.protocol.ServerFrame;

/** A client's connection, as the engine sees it. Never blocks. */
public interface ClientSession {
  /** Sends a frame, after those before it. */
  void send(ServerFrame frame);

  /** Sends what was given, then closes the connection. */
  void close(String cause);
}
