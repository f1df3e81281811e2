package io.palmyra.local.server;

import io.palmyra.local.LocalFailure;
import io.palmyra.local.Progress;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Starts the three servers: as processes, or in containers where a Docker engine answers. The
 * environment's {@code PALMYRA_SERVERS} ({@code built-in} or {@code docker}) chooses.
 */
public final class LocalServers {
  private LocalServers() {}

  /**
   * Starts them as processes, with several brokers: for drills.
   *
   * @param brokers 1 or 3
   */
  public static ServerSet start(Path dir, Ports ports, int brokers, Progress progress) {
    return brokers == 1
        ? start(dir, ports, progress)
        : BuiltInServers.start(dir, ports, brokers, progress);
  }

  /** Starts all three at once under a directory and returns when all answer. */
  public static ServerSet start(Path dir, Ports ports, Progress progress) {
    String choice = System.getenv().getOrDefault("PALMYRA_SERVERS", "");
    return switch (choice.toLowerCase(Locale.ROOT)) {
      case "" ->
          DockerEngine.answers()
              ? ContainerServers.start(dir, ports, progress)
              : BuiltInServers.start(dir, ports, 1, progress);
      case "built-in" -> BuiltInServers.start(dir, ports, 1, progress);
      case "docker" -> ContainerServers.start(dir, ports, progress);
      default ->
          throw LocalFailure.refused(
              "PALMYRA_SERVERS is '" + choice + "'; allowed: built-in, docker.");
    };
  }
}
