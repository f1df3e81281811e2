package io.palmyra.local.server;

import io.palmyra.local.ExitCode;
import io.palmyra.local.LocalFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

/**
 * The servers' programs, unpacked once from the class path to a cache that all checkouts share:
 * {@code PALMYRA_CACHE_DIR}, else {@code /var/cache/palmyra} for root, whose home others cannot
 * enter, else {@code ~/.cache/palmyra}.
 */
final class Binaries {
  private static final Object ONE_AT_A_TIME = new Object();

  private Binaries() {}

  /** Directory that holds PostgreSQL's {@code bin}, {@code lib} and {@code share}. */
  static Path postgres() {
    String name = "postgres-" + system("linux", "darwin") + "-" + cpu("x86_64", "arm_64") + ".txz";
    return unpacked("postgres", name, Archives::unpackTxz);
  }

  /** Redis' server program. */
  static Path redis() {
    String linux = cpu("redis-server-6.2.6-v5-linux-amd64", "redis-server-6.2.7-linux-arm64");
    String mac = cpu("redis-server-6.2.6-v5-darwin-amd64", "redis-server-6.2.6-v5-darwin-arm64");
    return unpacked("redis", system(linux, mac), Binaries::copyProgram).resolve("redis-server");
  }

  private static void copyProgram(InputStream in, Path dir) throws IOException {
    Path program = dir.resolve("redis-server");
    Files.copy(in, program);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static Path unpacked(String name, String resource, Unpacking unpacking) {
    try (InputStream in = Binaries.class.getResourceAsStream("/" + resource)) {
      if (in == null) {
        throw LocalFailure.refused(
            "There is no " + resource + " for this machine; use PALMYRA_SERVERS=docker.");
      }
      byte[] bytes = in.readAllBytes();
      Path cache = Files.createDirectories(cacheDir());
      Path home = cache.resolve(name + "-" + Archives.fingerprint(bytes));
      synchronized (ONE_AT_A_TIME) {
        try (FileChannel channel =
                FileChannel.open(
                    cache.resolve(name + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            FileLock lock = channel.lock()) {
          if (lock.isValid() && !Files.isDirectory(home)) {
            Path fresh = Files.createTempDirectory(cache, name);
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
            unpacking.unpack(new java.io.ByteArrayInputStream(bytes), fresh);
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
          }
        }
      }
      return home;
    } catch (IOException e) {
      throw new LocalFailure(
          ExitCode.REFUSED,
          "Cannot unpack " + name + " to " + cacheDir() + ": " + e.getMessage(),
          new UncheckedIOException(e));
    }
  }

  private static Path cacheDir() {
    String chosen = System.getenv("PALMYRA_CACHE_DIR");
    if (chosen != null) {
      return Path.of(chosen);
    }
    return System.getProperty("user.name").equals("root")
        ? Path.of("/var/cache/palmyra")
        : Path.of(System.getProperty("user.home"), ".cache", "palmyra");
  }

  private static String system(String linux, String mac) {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? mac : linux;
  }

  private static String cpu(String intel, String arm) {
    String architecture = System.getProperty("os.arch");
    return architecture.equals("aarch64") || architecture.equals("arm64") ? arm : intel;
  }

  /** Puts the contents of a resource into an empty directory. */
  private interface Unpacking {
    void unpack(InputStream in, Path dir) throws IOException;
  }
}
