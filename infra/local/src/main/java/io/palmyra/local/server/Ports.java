package io.palmyra.local.server;

import io.palmyra.local.LocalFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Ports of the servers on 127.0.0.1.
 *
 * @param kafka where clients reach the broker
 * @param kafkaController where the broker reaches its own controller
 * @param postgres PostgreSQL
 * @param redis Redis
 */
public record Ports(int kafka, int kafkaController, int postgres, int redis) {

  /** The ports of {@code palmyra run}: 9192, 9193, 5442, 6389. */
  public static Ports standard() {
    return new Ports(9192, 9193, 5442, 6389);
  }

  /** Four that are free now. */
  public static Ports random() {
    int[] free = free(4);
    return new Ports(free[0], free[1], free[2], free[3]);
  }

  /** Distinct ports that are free now, outside the range that outgoing connections use first. */
  public static int[] free(int count) {
    ServerSocket[] sockets = new ServerSocket[count];
    try {
      int[] ports = new int[count];
      for (int i = 0; i < count; i++) {
        sockets[i] = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ports[i] = sockets[i].getLocalPort();
      }
      return ports;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      for (ServerSocket socket : sockets) {
        close(socket);
      }
    }
  }

  /** Refuses if one of them is taken, and says which. */
  public void requireFree() {
    Map<String, Integer> ports = new LinkedHashMap<>();
    ports.put("Kafka", kafka);
    ports.put("Kafka's controller", kafkaController);
    ports.put("PostgreSQL", postgres);
    ports.put("Redis", redis);
    ports.forEach(Ports::requireFree);
  }

  /** Refuses if the port is taken. */
  public static void requireFree(String name, int port) {
    if (!isFree(port)) {
      throw LocalFailure.refused(
          "Port "
              + port
              + " for "
              + name
              + " is taken by another program. Stop it, or choose other ports with --base-port.");
    }
  }

  /** Whether a server could listen there. */
  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void close(ServerSocket socket) {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
