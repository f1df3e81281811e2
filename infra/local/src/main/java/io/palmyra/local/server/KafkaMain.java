package io.palmyra.local.server;

import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;

/** Main class of the broker's process: formats an empty data directory, then is Kafka. */
final class KafkaMain {
  private KafkaMain() {}

  /** Of the settings' path and the cluster's id. */
  public static void main(String[] arguments) {
    String settings = Path.of(arguments[0]).toString();
    String[] format = {
      "format", "--ignore-formatted", "--cluster-id", arguments[1], "-c", settings
    };
    if (!isFormatted(Path.of(settings)) && StorageTool.execute(format, System.out) != 0) {
      System.exit(1);
    }
    Kafka.main(new String[] {settings});
  }

  private static boolean isFormatted(Path settings) {
    return settings.resolveSibling("data").resolve("meta.properties").toFile().exists();
  }
}
