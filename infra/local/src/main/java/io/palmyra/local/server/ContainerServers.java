package io.palmyra.local.server;

import io.palmyra.local.MonotonicTime;
import io.palmyra.local.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The same three servers in containers, where a Docker engine answers. */
final class ContainerServers implements ServerSet {
  private final ContainerServer kafka;
  private final ContainerServer postgres;
  private final ContainerServer redis;

  private ContainerServers(ContainerServer kafka, ContainerServer postgres, ContainerServer redis) {
    this.kafka = kafka;
    this.postgres = postgres;
    this.redis = redis;
  }

  static ServerSet start(Path dir, Ports ports, Progress progress) {
    ports.requireFree();
    Path home = dir.toAbsolutePath();
    ContainerServers servers =
        new ContainerServers(
            ContainerServer.kafka(home.resolve("kafka"), ports.kafka()),
            ContainerServer.postgres(home.resolve("postgres"), ports.postgres()),
            ContainerServer.redis(home.resolve("redis"), ports.redis()));
    try {
      for (Server server : List.of(servers.kafka, servers.postgres, servers.redis)) {
        MonotonicTime time = MonotonicTime.start();
        server.start();
        progress.done(server.name(), "port " + server.port() + ", container", time.elapsed());
      }
      return servers;
    } catch (RuntimeException e) {
      servers.close();
      throw e;
    }
  }

  @Override
  public Server kafka() {
    return kafka;
  }

  @Override
  public Server postgres() {
    return postgres;
  }

  @Override
  public Server redis() {
    return redis;
  }

  @Override
  public void createDatabase(String name, String password) {
    PostgresDatabases.create(jdbcUrl("postgres"), ContainerServer.PASSWORD, name, password);
  }

  @Override
  public void close() {
    List.of(redis, kafka, postgres).forEach(Server::stop);
  }

  static Map<String, String> kafkaEnvironment(int port) {
    return Map.ofEntries(
        Map.entry("KAFKA_NODE_ID", "1"),
        Map.entry("KAFKA_PROCESS_ROLES", "broker,controller"),
        Map.entry("KAFKA_LISTENERS", "PLAINTEXT://:9092,CONTROLLER://:9093"),
        Map.entry("KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://127.0.0.1:" + port),
        Map.entry("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER"),
        Map.entry("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9093"),
        Map.entry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false"),
        Map.entry("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1"),
        Map.entry("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1"),
        Map.entry("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1"),
        Map.entry("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0"));
  }
}
