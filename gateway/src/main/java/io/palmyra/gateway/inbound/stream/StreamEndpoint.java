package io.palmyra.gateway.inbound.stream;

import io.palmyra.gateway.GatewayProperties;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.HandshakeInterceptor;

/**
 * Opens the live stream to pages of the gateway's own origin and of those in the settings; a query
 * is refused, since a token in it would stand in logs.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class StreamEndpoint implements WebSocketConfigurer, HandshakeInterceptor {
  private final StreamSocket socket;
  private final GatewayProperties properties;

  StreamEndpoint(StreamSocket socket, GatewayProperties properties) {
    this.socket = socket;
    this.properties = properties;
  }

  @Override
  public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
    registry
        .addHandler(socket, "/api/v1/stream")
        .setAllowedOrigins(properties.allowedOrigins().toArray(String[]::new))
        .addInterceptors(this);
  }

  @Override
  public boolean beforeHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      Map<String, Object> attributes) {
    if (request.getURI().getRawQuery() != null) {
      response.setStatusCode(HttpStatus.BAD_REQUEST);
      return false;
    }
    return true;
  }

  @Override
  public void afterHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      @Nullable Exception failure) {}
}
