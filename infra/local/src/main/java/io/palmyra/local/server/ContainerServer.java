package io.palmyra.local.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.testcontainers.containers.BindMode;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/** A server in a container, on the port of the host that it was given. */
final class ContainerServer implements Server {
  /** The superuser's; the port is open to this machine only. */
  static final String PASSWORD = "palmyra";

  private final String name;
  private final int port;
  private final GenericContainer<?> container;

  @SuppressWarnings("resource") // closed by stop
  private ContainerServer(
      String name, String image, int port, int inside, Path data, String mountedAt) {
    this.name = name;
    this.port = port;
    this.container =
        new GenericContainer<>(DockerImageName.parse(image))
            .withExposedPorts(inside)
            .withFileSystemBind(data.toString(), mountedAt, BindMode.READ_WRITE);
    container.setPortBindings(List.of("127.0.0.1:" + port + ":" + inside));
  }

  @SuppressWarnings("resource") // closed by stop
  static ContainerServer kafka(Path data, int port) {
    ContainerServer server =
        new ContainerServer("Kafka", "apache/kafka:4.2.1", port, 9092, data, "/var/lib/kafka/data");
    server.container.withEnv(ContainerServers.kafkaEnvironment(port));
    return server;
  }

  @SuppressWarnings("resource") // closed by stop
  static ContainerServer postgres(Path data, int port) {
    ContainerServer server =
        new ContainerServer("PostgreSQL", "postgres:18", port, 5432, data, "/var/lib/postgresql");
    server.container.withEnv(Map.of("POSTGRES_PASSWORD", PASSWORD));
    return server;
  }

  static ContainerServer redis(Path data, int port) {
    return new ContainerServer("Redis", "redis:8", port, 6379, data, "/data");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public long pid() {
    return 0;
  }

  @Override
  public boolean isRunning() {
    return container.isRunning();
  }

  @Override
  public void start() {
    if (container.getContainerId() == null) {
      container.start();
    } else if (!container.isRunning()) {
      container.getDockerClient().startContainerCmd(container.getContainerId()).exec();
    }
  }

  @Override
  public void stop() {
    if (container.getContainerId() != null && container.isRunning()) {
      container.getDockerClient().stopContainerCmd(container.getContainerId()).exec();
    }
  }

  @Override
  public void kill() {
    container.getDockerClient().killContainerCmd(container.getContainerId()).exec();
  }

  @Override
  public void pause() {
    container.getDockerClient().pauseContainerCmd(container.getContainerId()).exec();
  }

  @Override
  public void resume() {
    container.getDockerClient().unpauseContainerCmd(container.getContainerId()).exec();
  }
}
