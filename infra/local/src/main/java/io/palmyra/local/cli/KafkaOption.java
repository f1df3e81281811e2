package io.palmyra.local.cli;

import io.palmyra.local.suite.RunStateFile;
import io.palmyra.local.suite.SuiteHome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which Kafka is read: the one of the suite that runs here, or another. */
final class KafkaOption {
  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      description = "Kafka (default: the suite that runs here).")
  @Nullable String bootstrap;

  String of(SuiteHome home) {
    return bootstrap != null ? bootstrap : new RunStateFile(home).required().kafkaBootstrap();
  }
}
