package io.palmyra.local.server;

import io.palmyra.local.ExitCode;
import io.palmyra.local.LocalFailure;
import io.palmyra.local.process.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL's data directory: made once, owned by the user that the server runs as. */
final class PostgresCluster {
  /** Settings of the server; the first three are what a service demands before it is ready. */
  static final List<String> SETTINGS =
      List.of(
          "fsync=on",
          "full_page_writes=on",
          "synchronous_commit=on",
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "max_connections=120",
          "shared_buffers=64MB",
          "max_wal_size=512MB",
          "io_method=sync",
          "jit=off",
          "logging_collector=off",
          "log_min_messages=warning",
          "password_encryption=scram-sha-256");

  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final Path home;

  PostgresCluster(Path home) {
    this.home = home;
  }

  Path data() {
    return home.resolve("data");
  }

  private Path passwordFile() {
    return home.resolve("password");
  }

  /** The superuser's. */
  String password() {
    try {
      return Files.readString(passwordFile());
    } catch (IOException e) {
      throw new LocalFailure(
          ExitCode.FAILED, "Cannot read " + passwordFile() + ": " + e.getMessage(), e);
    }
  }

  /** Makes the directory if it lacks and says as which user the server has to run. */
  OtherUser prepare() {
    try {
      if (Files.exists(data().resolve("PG_VERSION"))) {
        return OtherUser.owner(data());
      }
      Files.createDirectories(home);
      deleteLeftover();
      OtherUser user = OtherUser.chosen();
      Files.createDirectory(data());
      user.own(data());
      initialise(user);
      return user;
    } catch (IOException e) {
      throw new LocalFailure(
          ExitCode.REFUSED, "Cannot make PostgreSQL's data directory: " + e.getMessage(), e);
    }
  }

  private void initialise(OtherUser user) throws IOException {
    String password = PrivateFiles.secret();
    PrivateFiles.write(passwordFile(), password);
    Path handedOver = home.resolve("password.initdb");
    PrivateFiles.write(handedOver, password);
    user.own(handedOver);
    List<String> command = new ArrayList<>(user.prefix(home));
    command.addAll(
        List.of(
            Binaries.postgres().resolve("bin/initdb").toString(),
            "-D",
            data().toString(),
            "-U",
            "postgres",
            "--pwfile=" + handedOver,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--data-checksums"));
    Path log = home.resolve("initdb.log");
    ChildProcess initdb = ChildProcess.start(command, data(), Map.of(), log);
    try {
      int exit = initdb.await(LIMIT);
      if (exit != 0) {
        throw LocalFailure.failed("PostgreSQL's initdb failed:\n" + initdb.lastLines(20));
      }
    } finally {
      Files.deleteIfExists(handedOver);
    }
  }

  /** A start that was cut off left a directory without a version. */
  private void deleteLeftover() throws IOException {
    if (Files.isDirectory(data())) {
      PrivateFiles.deleteTree(data());
    }
  }
}
