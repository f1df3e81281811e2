package io.palmyra.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.local.Progress;
import io.palmyra.local.server.LocalServers;
import io.palmyra.local.server.Ports;
import io.palmyra.local.server.ServerSet;
import io.palmyra.local.topic.TopicCreator;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CommandLineIT {
  @TempDir static Path dir;
  private static ServerSet servers;
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  @BeforeAll
  static void startServers() throws ExecutionException, InterruptedException {
    servers = LocalServers.start(dir.resolve("servers"), Ports.random(), Progress.silent());
    new TopicCreator(1).create(servers.kafkaBootstrap());
    Map<String, Object> settings = Map.of("bootstrap.servers", servers.kafkaBootstrap());
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      write(producer, "ticks", 2, quote());
      write(producer, "signals", 5, SIGNAL);
      write(producer, "decisions", 5, DECISION);
      write(producer, "decisions", 5, DECISION.replace(ORDER, OTHER).replace("51", "52"));
      write(producer, "orders", 5, SUBMIT);
      write(producer, "order-events", 5, SENT);
      write(producer, "order-events", 5, SENT.replace(ORDER, OTHER));
      for (int i = 1; i <= 30; i++) {
        String value = "{\"type\":\"drill\",\"body\":{\"number\":" + i + "}}";
        producer
            .send(new ProducerRecord<>("fills", null, 1000L * i, "account-" + i % 5, value))
            .get();
      }
    }
  }

  private static final String ORDER = "ab".repeat(16);
  private static final String OTHER = "cd".repeat(16);
  private static final String SIGNAL =
      """
      {"type":"entry-proposed","occurredAt":"2026-01-05T10:00:00Z","body":{"signalId":"5151",
       "source":"strategy:sma","side":"BUY","inputs":[{"topic":"ticks","partition":2,"offset":0},
       {"topic":"ticks","partition":3,"offset":7}]}}
      """;
  private static final String DECISION =
      """
      {"type":"signal-accepted","occurredAt":"2026-01-05T10:00:01Z","body":{"signalId":"5151",
       "clientOrderId":"%s","checks":[{"check":"ORDER_VALUE","passed":true,"value":"900",
       "limit":"1000"}],"used":{"equity":"100000","limits":{"riskFraction":"0.01"}}}}
      """
          .formatted(ORDER);
  private static final String SUBMIT =
      """
      {"type":"submit-order","body":{"clientOrderId":"%s","signalId":"5151","quantity":"1000"}}
      """
          .formatted(ORDER);
  private static final String SENT =
      """
      {"type":"order-submitted","occurredAt":"2026-01-05T10:00:02Z","body":{"clientOrderId":"%s",
       "epoch":7}}
      """
          .formatted(ORDER);

  private static String quote() {
    return "{\"type\":\"quote-tick\",\"occurredAt\":\"2026-01-05T09:59:59Z\","
        + "\"body\":{\"bid\":\"1.10000\"}}";
  }

  private static void write(
      KafkaProducer<String, String> producer, String topic, int partition, String value)
      throws ExecutionException, InterruptedException {
    producer.send(new ProducerRecord<>(topic, partition, "paper", value)).get();
  }

  @Test
  void explainShowsTheWayOfOneOrderAndOfNoOther() {
    assertThat(run("explain", ORDER, "--bootstrap", servers.kafkaBootstrap())).isZero();
    assertThat(out.toString())
        .contains(
            "ticks-2@0",
            "bid=1.10000",
            "ticks-3@7",
            "not kept any more; read for the signal",
            "side=BUY",
            "passed ORDER_VALUE",
            "found 900, allowed 1000",
            "equity=100000",
            "riskFraction=0.01",
            "quantity=1000",
            "epoch=7")
        .doesNotContain(OTHER);
    assertThat(run("explain", "ef".repeat(16), "--bootstrap", servers.kafkaBootstrap()))
        .isEqualTo(1);
    assertThat(err.toString()).contains("No topic knows an order efef");
    assertThat(run("explain", "x", "--bootstrap", servers.kafkaBootstrap())).isEqualTo(2);
    assertThat(err.toString()).contains("ORDER_ID is 'x'; allowed: 32 hex characters");
  }

  @AfterAll
  static void stopServers() {
    servers.close();
  }

  @BeforeEach
  void forget() {
    out = new StringWriter();
    err = new StringWriter();
  }

  @Test
  void tailShowsTheLastRecordsOfAllPartitionsOldestFirst() {
    assertThat(run("tail", "fills", "-n", "3", "--bootstrap", servers.kafkaBootstrap())).isZero();
    assertThat(out.toString().lines())
        .hasSize(3)
        .satisfiesExactly(
            line -> assertThat(line).contains("account-3").endsWith("number=28"),
            line -> assertThat(line).contains("account-4").endsWith("number=29"),
            line -> assertThat(line).contains("account-0").endsWith("number=30"));
  }

  @Test
  void tailFromTheBeginningGivesValuesAsTheyAre() {
    assertThat(
            run(
                "tail",
                "fills",
                "--from-beginning",
                "-n",
                "100",
                "--json",
                "--bootstrap",
                servers.kafkaBootstrap()))
        .isZero();
    assertThat(out.toString().lines())
        .hasSize(30)
        .contains("{\"type\":\"drill\",\"body\":{\"number\":7}}");
  }

  @Test
  void anUnknownTopicNamesThoseThatThereAre() {
    assertThat(run("tail", "fill", "--bootstrap", servers.kafkaBootstrap())).isEqualTo(2);
    assertThat(err.toString()).contains("There is no topic 'fill'. There are: ", "fills", "orders");
  }

  @Test
  void runOnATakenPortNamesItAndLeavesNothingRunning() {
    int base = servers.kafka().port() - 20;
    Path data = dir.resolve("taken");
    assertThat(run("run", "--base-port", "" + base, "--data-dir", data.toString())).isEqualTo(4);
    assertThat(err.toString()).contains("is taken");
    assertThat(data.resolve("run.json")).doesNotExist();
    assertThat(data.resolve("kafka")).doesNotExist();
  }

  private int run(String... words) {
    CommandLine line = Palmyra.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(words);
  }
}
