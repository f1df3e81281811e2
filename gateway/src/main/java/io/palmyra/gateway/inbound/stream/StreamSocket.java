package io.palmyra.gateway.inbound.stream;

import io.palmyra.gateway.application.stream.ClientConnection;
import io.palmyra.gateway.application.stream.StreamClient;
import io.palmyra.gateway.application.stream.StreamHub;
import io.palmyra.gateway.application.stream.StreamProtocol;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/** The WebSocket of the live stream. */
@Component
final class StreamSocket extends TextWebSocketHandler {
  private static final int LONGEST_MESSAGE = 16_384;

  private final StreamHub hub;
  private final StreamProtocol protocol;
  private final Map<String, StreamClient> clients = new ConcurrentHashMap<>();

  StreamSocket(StreamHub hub, StreamProtocol protocol) {
    this.hub = hub;
    this.protocol = protocol;
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession session) {
    session.setTextMessageSizeLimit(LONGEST_MESSAGE);
    clients.put(session.getId(), hub.open(new SocketConnection(session)));
  }

  @Override
  protected void handleTextMessage(WebSocketSession session, TextMessage message) {
    StreamClient client = clients.get(session.getId());
    if (client != null) {
      protocol.on(client, message.getPayload());
    }
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    StreamClient client = clients.remove(session.getId());
    if (client != null) {
      hub.close(client);
    }
  }

  private record SocketConnection(WebSocketSession session) implements ClientConnection {
    @Override
    public void send(String message) throws IOException {
      session.sendMessage(new TextMessage(message));
    }

    @Override
    public void close(int code, String reason) {
      try {
        session.close(new CloseStatus(code, reason));
      } catch (IOException e) {
        // Gone already, which is what was wanted.
      }
    }

    @Override
    public String address() {
      return String.valueOf(session.getRemoteAddress());
    }
  }
}
