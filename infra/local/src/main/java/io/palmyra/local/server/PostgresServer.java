package io.palmyra.local.server;

import io.palmyra.local.process.ChildProcess;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL from the plain binaries, durable: fsync, full_page_writes, synchronous_commit on. */
final class PostgresServer extends ServerProcess {
  private final Path home;
  private final PostgresCluster cluster;

  PostgresServer(Path home, int port) {
    super("PostgreSQL", port);
    this.home = home;
    this.cluster = new PostgresCluster(home);
  }

  @Override
  protected ChildProcess launch() {
    OtherUser user = cluster.prepare();
    List<String> command = new ArrayList<>(user.prefix(home));
    command.addAll(
        List.of(
            Binaries.postgres().resolve("bin/postgres").toString(),
            "-D",
            cluster.data().toString(),
            "-p",
            Integer.toString(port())));
    for (String setting : PostgresCluster.SETTINGS) {
      command.addAll(List.of("-c", setting));
    }
    return ChildProcess.start(command, cluster.data(), Map.of(), home.resolve("postgres.log"));
  }

  /** Fast shutdown: open sessions are ended, everything is written. */
  @Override
  protected String stopSignal() {
    return "INT";
  }

  @Override
  protected boolean answers() {
    if (Ports.isFree(port())) {
      return false;
    }
    try (Connection connection = PostgresDatabases.connect(url(), cluster.password())) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  void createDatabase(String name, String password) {
    PostgresDatabases.create(url(), cluster.password(), name, password);
  }

  private String url() {
    return "jdbc:postgresql://127.0.0.1:" + port() + "/postgres";
  }
}
