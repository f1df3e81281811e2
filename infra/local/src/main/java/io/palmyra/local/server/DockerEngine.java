package io.palmyra.local.server;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** Asks whether a Docker engine answers, in milliseconds and without loading its client. */
final class DockerEngine {
  private DockerEngine() {}

  static boolean answers() {
    String host = System.getenv().getOrDefault("DOCKER_HOST", "unix:///var/run/docker.sock");
    return host.startsWith("unix://")
        ? connects(Path.of(host.substring("unix://".length())))
        : host.startsWith("tcp://");
  }

  private static boolean connects(Path socket) {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      return channel.connect(UnixDomainSocketAddress.of(socket));
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
