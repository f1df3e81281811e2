package io.palmyra.gateway.application.stream;

import java.io.IOException;

/** The wire to one client; used by its writer thread, but for closing. */
public interface ClientConnection {
  /** Sends one message; blocks while the client does not take it. */
  void send(String message) throws IOException;

  /** Closes with a code of RFC 6455 or of ours: 4401 token, 4403 not allowed, 1013 too slow. */
  void close(int code, String reason);

  /** Where the client is, for logs. */
  String address();
}
