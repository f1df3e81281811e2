package io.palmyra.testing;

import io.palmyra.local.Progress;
import io.palmyra.local.server.LocalServers;
import io.palmyra.local.server.Ports;
import io.palmyra.local.server.Server;
import io.palmyra.local.server.ServerSet;
import io.palmyra.local.topic.TopicCreator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The real Kafka, PostgreSQL and Redis, started once for all tests of a JVM, on random ports, with
 * all topics. They stop with the JVM and leave nothing behind. Thread-safe.
 */
public final class TestServers {
  private static @Nullable TestServers shared;

  private final ServerSet servers;
  private final AtomicInteger databases = new AtomicInteger();

  private TestServers(ServerSet servers) {
    this.servers = servers;
  }

  /** The servers of this JVM; the first call starts them. */
  public static synchronized TestServers shared() {
    if (shared == null) {
      shared = start();
    }
    return shared;
  }

  private static TestServers start() {
    try {
      Path dir = Files.createTempDirectory("palmyra-test-");
      ServerSet servers = LocalServers.start(dir, Ports.random(), Progress.silent());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(servers, dir), "stop-servers"));
      new TopicCreator(1).create(servers.kafkaBootstrap());
      return new TestServers(servers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nothing that they hold is needed again, so they end at once. */
  private static void stop(ServerSet servers, Path dir) {
    List.of(servers.kafka(), servers.postgres(), servers.redis()).forEach(Server::kill);
    try (Stream<Path> files = Files.walk(dir)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      // The directory of temporary files is cleaned by its owner.
    }
  }

  /** Where Kafka answers. */
  public String kafkaBootstrap() {
    return servers.kafkaBootstrap();
  }

  /** Where Redis answers. */
  public String redisUrl() {
    return servers.redisUri();
  }

  /** A new, empty database whose owner is a role of the same name. */
  public TestDatabase newDatabase(String name) {
    String unique = name.replace('-', '_') + "_" + databases.incrementAndGet();
    servers.createDatabase(unique);
    return new TestDatabase(servers.jdbcUrl(unique), unique, unique);
  }

  /** The servers themselves, for faults: who stops one must start it again. */
  public ServerSet servers() {
    return servers;
  }
}
