package io.palmyra.local.server;

import io.palmyra.local.process.ChildProcess;
import io.palmyra.local.process.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;

/** One broker of Kafka's own, broker and controller in one process. */
final class KafkaServer extends ServerProcess {
  /** Nodes of one cluster are formatted apart and must agree on its name. */
  private static final Uuid CLUSTER = new Uuid(0x70616c6d797261L, 0x6c6f63616cL);

  private final KafkaNode node;
  private final List<KafkaNode> cluster;

  KafkaServer(KafkaNode node, List<KafkaNode> cluster) {
    super(cluster.size() == 1 ? "Kafka" : "Kafka " + node.id(), node.port());
    this.node = node;
    this.cluster = cluster;
  }

  @Override
  protected ChildProcess launch() {
    Path home = node.home();
    Path settings = home.resolve("server.properties");
    List<String> cache;
    try {
      Files.createDirectories(home);
      Files.writeString(settings, KafkaSettings.of(node, cluster));
      cache = KafkaAotCache.arguments();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> command = new ArrayList<>(List.of(Tools.java()));
    command.addAll(
        List.of("-XX:+UseSerialGC", "-Xms96m", "-Xmx256m", "-Xss512k", "-XX:-UsePerfData"));
    command.addAll(cache);
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true"));
    command.addAll(List.of("-cp", KafkaClasspath.get()));
    command.add("-Dslf4j.provider=" + QuietLogging.class.getName());
    command.add("-Dslf4j.internal.verbosity=WARN");
    command.addAll(List.of(KafkaMain.class.getName(), settings.toString(), clusterId().toString()));
    return ChildProcess.start(command, home, Map.of(), home.resolve("kafka.log"));
  }

  private Uuid clusterId() {
    return cluster.size() == 1 ? Uuid.randomUuid() : CLUSTER;
  }

  @Override
  protected boolean answers() {
    if (Ports.isFree(port())) {
      return false;
    }
    Map<String, Object> settings =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + port(),
            AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 100,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5000,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 2000);
    try (Admin admin = Admin.create(settings)) {
      return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
