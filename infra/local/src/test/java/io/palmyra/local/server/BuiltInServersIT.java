package io.palmyra.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.palmyra.contracts.topic.Topic;
import io.palmyra.local.LocalFailure;
import io.palmyra.local.Progress;
import io.palmyra.local.topic.TopicCreator;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuiltInServersIT {
  @TempDir static Path dir;
  private static Ports ports;
  private static ServerSet servers;

  @BeforeAll
  static void startServers() {
    ports = Ports.random();
    servers = BuiltInServers.start(dir, ports, 1, Progress.silent());
    servers.createDatabase("risk", "it's a secret");
  }

  @AfterAll
  static void stopServers() {
    servers.close();
    assertThat(List.of(servers.kafka(), servers.postgres(), servers.redis()))
        .noneMatch(Server::isRunning);
  }

  @Test
  void postgresIsDurable() throws SQLException {
    for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
      assertThat(ask("show " + setting)).isEqualTo("on");
    }
    assertThat(ask("show server_version")).startsWith("18");
  }

  @Test
  void committedRowsSurviveKillOfPostgres() throws SQLException {
    run("create table kept (id int primary key)");
    run("insert into kept select generate_series(1, 1000)");
    servers.postgres().kill();
    assertThat(servers.postgres().isRunning()).isFalse();
    assertThatThrownBy(() -> ask("select 1")).isInstanceOf(SQLException.class);
    servers.postgres().start();
    assertThat(ask("select count(*) from kept")).isEqualTo("1000");
  }

  @Test
  void databaseBelongsToItsRoleAloneAndIsCreatedOnce() throws SQLException {
    servers.createDatabase("risk", "it's a secret");
    servers.createDatabase("other");
    assertThat(
            ask(
                "select pg_catalog.pg_get_userbyid(datdba) from pg_database"
                    + " where datname = 'risk'"))
        .isEqualTo("risk");
    assertThatThrownBy(
            () -> DriverManager.getConnection(servers.jdbcUrl("other"), "risk", "it's a secret"))
        .hasMessageContaining("permission denied");
  }

  @Test
  void pausedRedisAnswersAfterResumeOnly() throws IOException {
    servers.redis().pause();
    assertThat(ping()).isEmpty();
    servers.redis().resume();
    assertThat(ping()).isEqualTo("+PONG");
  }

  @Test
  void topicsAreCreatedOnceAsTheContractsSay() throws Exception {
    int created = new TopicCreator(1).create(servers.kafkaBootstrap());
    assertThat(created).isIn(0, 1, 2 * Topic.values().length);
    assertThat(new TopicCreator(1).create(servers.kafkaBootstrap())).isZero();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers.kafkaBootstrap()))) {
      Map<String, TopicDescription> found =
          admin.describeTopics(List.of("orders", "control")).allTopicNames().get();
      assertThat(found.get("orders").partitions()).hasSize(Topic.ACCOUNT_PARTITIONS);
      assertThat(found.get("control").partitions()).hasSize(1);
    }
  }

  @Test
  void topicWithOtherPartitionsIsRefusedByName() throws Exception {
    new TopicCreator(1).create(servers.kafkaBootstrap());
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers.kafkaBootstrap()))) {
      admin.deleteTopics(Set.of("audit")).all().get();
      admin.createTopics(List.of(new NewTopic("audit", 3, (short) 1))).all().get();
      await()
          .untilAsserted(
              () ->
                  assertThatThrownBy(() -> new TopicCreator(1).create(servers.kafkaBootstrap()))
                      .isInstanceOf(LocalFailure.class)
                      .hasMessageContaining("audit: 3 partitions instead of 1"));
      admin.deleteTopics(Set.of("audit")).all().get();
      await().until(() -> !admin.listTopics().names().get().contains("audit"));
    }
  }

  @Test
  void topicsSurviveKillOfKafka() throws Exception {
    new TopicCreator(1).create(servers.kafkaBootstrap());
    servers.kafka().kill();
    servers.kafka().start();
    assertThat(new TopicCreator(1).create(servers.kafkaBootstrap())).isZero();
  }

  @Test
  void takenPortIsRefusedByNameAndNothingStarts() {
    assertThatThrownBy(
            () -> BuiltInServers.start(dir.resolve("second"), ports, 1, Progress.silent()))
        .isInstanceOf(LocalFailure.class)
        .hasMessageContaining("Port " + ports.kafka() + " for Kafka is taken");
    assertThat(dir.resolve("second")).doesNotExist();
  }

  private static String ping() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), ports.redis())) {
      socket.setSoTimeout((int) Duration.ofMillis(500).toMillis());
      socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      return new String(in.readNBytes(5), StandardCharsets.US_ASCII);
    } catch (java.net.SocketTimeoutException e) {
      return "";
    }
  }

  private static String ask(String query) throws SQLException {
    try (Connection connection = connection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static void run(String sql) throws SQLException {
    try (Connection connection = connection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connection() throws SQLException {
    return DriverManager.getConnection(servers.jdbcUrl("risk"), "risk", "it's a secret");
  }
}
