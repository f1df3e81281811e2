package io.palmyra.local.suite;

import java.nio.file.Path;

/**
 * Where things are.
 *
 * @param root the checkout
 * @param data the suite's state, {@code .palmyra} unless told otherwise
 */
public record SuiteHome(Path root, Path data) {

  /** State under the checkout. */
  public static SuiteHome of(Path root) {
    return new SuiteHome(root, root.resolve(".palmyra"));
  }

  /** Servers' data. */
  Path servers() {
    return data;
  }

  /** Secrets of a service, one file each. */
  public Path secrets(String service) {
    return data.resolve("secrets").resolve(service);
  }

  /** Log of a service. */
  public Path log(String service) {
    return data.resolve("logs").resolve(service + ".log");
  }

  /** Settings file that the suite writes for a service at each start. */
  Path settings(String service) {
    return data.resolve("settings").resolve(service + ".yaml");
  }

  /** Settings file of the user's own, which wins over the suite's. */
  Path ownSettings(String service) {
    return data.resolve("settings").resolve(service + ".local.yaml");
  }

  /** Directory of jars with strategies of the user's own; need not be there. */
  public Path strategies() {
    return root.resolve("strategies");
  }

  /** Directory that a service may keep files in. */
  Path files(String service) {
    return data.resolve(service);
  }

  /** What runs, for {@code stop} and {@code status}. */
  public Path runFile() {
    return data.resolve("run.json");
  }

  /** Held while the suite runs. */
  Path lockFile() {
    return data.resolve("lock");
  }

  /** The local key of the command line. */
  public Path token() {
    return data.resolve("token");
  }

  /** Unpacked programs and their caches; they belong to the build, not to the data. */
  Path apps() {
    return root.resolve(".palmyra").resolve("apps");
  }

  /** Kafka's ahead-of-time cache. */
  Path kafkaCache() {
    return apps().resolve("kafka.aot");
  }

  /** The executable jar of a service. */
  Path jar(ServiceSpec service) {
    return root.resolve(service.module())
        .resolve("target")
        .resolve(service.module() + "-0.1.0-app.jar");
  }
}
