package io.palmyra.local.server;

import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** Main class of the broker's process: formats an empty data directory, then is Kafka. */
final class KafkaMain {
  private KafkaMain() {}

  public static void main(String[] arguments) {
    String settings = Path.of(arguments[0]).toString();
    String[] format = {
      "format", "--ignore-formatted", "--cluster-id", Uuid.randomUuid().toString(), "-c", settings
    };
    if (!isFormatted(Path.of(settings)) && StorageTool.execute(format, System.out) != 0) {
      System.exit(1);
    }
    Kafka.main(arguments);
  }

  private static boolean isFormatted(Path settings) {
    return settings.resolveSibling("data").resolve("meta.properties").toFile().exists();
  }
}
