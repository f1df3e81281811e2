package io.palmyra.local.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One broker of a cluster, broker and controller in one process.
 *
 * @param id from 1
 * @param home where its settings, data and log are
 * @param port where clients reach it
 * @param controllerPort where the others reach its controller
 */
record KafkaNode(int id, Path home, int port, int controllerPort) {
  /** The first where the ports say, the others under their own directories on ports of chance. */
  static List<KafkaNode> cluster(Path servers, Ports ports, int brokers) {
    var nodes = new ArrayList<KafkaNode>();
    nodes.add(new KafkaNode(1, servers.resolve("kafka"), ports.kafka(), ports.kafkaController()));
    int[] free = Ports.free(2 * (brokers - 1));
    for (int id = 2; id <= brokers; id++) {
      Path home = servers.resolve("kafka-" + id);
      nodes.add(new KafkaNode(id, home, free[2 * id - 4], free[2 * id - 3]));
    }
    return List.copyOf(nodes);
  }

  String voter() {
    return id + "@127.0.0.1:" + controllerPort;
  }
}
