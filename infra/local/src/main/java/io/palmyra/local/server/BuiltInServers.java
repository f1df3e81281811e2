package io.palmyra.local.server;

import io.palmyra.local.MonotonicTime;
import io.palmyra.local.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/** The servers as processes of their own, from binaries that Maven brings. */
final class BuiltInServers implements ServerSet {
  private final List<KafkaServer> brokers;
  private final PostgresServer postgres;
  private final RedisServer redis;

  private BuiltInServers(List<KafkaServer> brokers, PostgresServer postgres, RedisServer redis) {
    this.brokers = brokers;
    this.postgres = postgres;
    this.redis = redis;
  }

  static ServerSet start(Path dir, Ports ports, int brokers, Progress progress) {
    ports.requireFree();
    Path home = dir.toAbsolutePath();
    List<KafkaNode> cluster = KafkaNode.cluster(home, ports, brokers);
    BuiltInServers servers =
        new BuiltInServers(
            cluster.stream().map(node -> new KafkaServer(node, cluster)).toList(),
            new PostgresServer(home.resolve("postgres"), ports.postgres()),
            new RedisServer(home.resolve("redis"), ports.redis()));
    try {
      servers.startAll(progress);
      return servers;
    } catch (RuntimeException e) {
      servers.killAll();
      throw e;
    }
  }

  private void startAll(Progress progress) {
    try {
      CompletableFuture.allOf(
              all().map(server -> starting(server, progress)).toArray(CompletableFuture[]::new))
          .join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static CompletableFuture<Void> starting(Server server, Progress progress) {
    return CompletableFuture.runAsync(
        () -> {
          MonotonicTime time = MonotonicTime.start();
          server.start();
          progress.done(server.name(), "port " + server.port(), time.elapsed());
        },
        task -> Thread.ofVirtual().name("start-" + server.name()).start(task));
  }

  private void killAll() {
    all().forEach(Server::kill);
  }

  private Stream<Server> all() {
    return Stream.of(Stream.of(redis), brokers.stream(), Stream.of(postgres)).flatMap(of -> of);
  }

  @Override
  public Server kafka() {
    return brokers.getFirst();
  }

  @Override
  public List<Server> brokers() {
    return List.copyOf(brokers);
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
    postgres.createDatabase(name, password);
  }

  @Override
  public void close() {
    all().forEach(this::end);
  }
}
