package io.palmyra.local.server;

import java.util.List;
import java.util.stream.Collectors;

/** The three servers, running. Closing stops them in good order; their data stays. */
public interface ServerSet extends AutoCloseable {
  /** Kafka; its first broker where there are several. */
  Server kafka();

  /** Kafka's brokers. */
  default List<Server> brokers() {
    return List.of(kafka());
  }

  /** PostgreSQL. */
  Server postgres();

  /** Redis. */
  Server redis();

  /** Creates the role and the database that it owns, if they lack, and sets the password. */
  void createDatabase(String name, String password);

  /** Kafka's bootstrap servers. */
  default String kafkaBootstrap() {
    return brokers().stream()
        .map(broker -> "127.0.0.1:" + broker.port())
        .collect(Collectors.joining(","));
  }

  /** URL of a database. */
  default String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + postgres().port() + "/" + database;
  }

  /** URL of Redis. */
  default String redisUri() {
    return "redis://127.0.0.1:" + redis().port();
  }

  /**
   * Ends a server, or anything else, in good order; a broker of several at once, since the last of
   * a quorum can't leave it.
   */
  default void end(Server server) {
    if (brokers().size() > 1 && brokers().contains(server)) {
      server.kill();
    } else {
      server.stop();
    }
  }

  /** Creates a database whose role, name and password are the same: for tests. */
  default void createDatabase(String name) {
    createDatabase(name, name);
  }

  @Override
  void close();
}
