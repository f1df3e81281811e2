package io.palmyra.local.server;

import io.palmyra.local.MonotonicTime;
import io.palmyra.local.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The servers as processes of their own, from binaries that Maven brings. */
final class BuiltInServers implements ServerSet {
  private final KafkaServer kafka;
  private final PostgresServer postgres;
  private final RedisServer redis;

  private BuiltInServers(KafkaServer kafka, PostgresServer postgres, RedisServer redis) {
    this.kafka = kafka;
    this.postgres = postgres;
    this.redis = redis;
  }

  static ServerSet start(Path dir, Ports ports, Progress progress) {
    ports.requireFree();
    Path home = dir.toAbsolutePath();
    BuiltInServers servers =
        new BuiltInServers(
            new KafkaServer(home.resolve("kafka"), ports.kafka(), ports.kafkaController()),
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
    List<CompletableFuture<Void>> starts =
        List.of(starting(kafka, progress), starting(postgres, progress), starting(redis, progress));
    try {
      CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new)).join();
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
    List.of(redis, kafka, postgres).forEach(Server::kill);
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
    postgres.createDatabase(name, password);
  }

  @Override
  public void close() {
    List.of(redis, kafka, postgres).forEach(Server::stop);
  }
}
