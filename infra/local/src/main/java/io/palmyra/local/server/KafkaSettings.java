package io.palmyra.local.server;

import java.util.List;
import java.util.stream.Collectors;

/** Settings of a broker for one machine: small, and with no topic made by accident. */
final class KafkaSettings {
  private KafkaSettings() {}

  /** For a node of a cluster; three keep each record on all of them, and take it with two. */
  static String of(KafkaNode node, List<KafkaNode> cluster) {
    int copies = Math.min(3, cluster.size());
    String voters = cluster.stream().map(KafkaNode::voter).collect(Collectors.joining(","));
    return """
    process.roles=broker,controller
    node.id=%4$d
    controller.quorum.voters=%5$s
    listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
    advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
    controller.listener.names=CONTROLLER
    listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
    log.dirs=%3$s
    auto.create.topics.enable=false
    min.insync.replicas=%7$d
    offsets.topic.replication.factor=%6$d
    offsets.topic.num.partitions=4
    offsets.topic.segment.bytes=4194304
    transaction.state.log.replication.factor=%6$d
    transaction.state.log.min.isr=%7$d
    transaction.state.log.num.partitions=1
    share.coordinator.state.topic.replication.factor=%6$d
    share.coordinator.state.topic.min.isr=%7$d
    share.coordinator.state.topic.num.partitions=1
    group.initial.rebalance.delay.ms=0
    num.network.threads=2
    num.io.threads=4
    num.recovery.threads.per.data.dir=2
    background.threads=2
    num.replica.fetchers=1
    log.segment.bytes=67108864
    log.index.size.max.bytes=1048576
    log.cleaner.dedupe.buffer.size=8388608
    log.cleaner.io.buffer.size=262144
    broker.heartbeat.interval.ms=500
    broker.session.timeout.ms=3000
    """
        .formatted(
            node.port(),
            node.controllerPort(),
            node.home().resolve("data"),
            node.id(),
            voters,
            copies,
            Math.max(1, copies - 1));
  }
}
