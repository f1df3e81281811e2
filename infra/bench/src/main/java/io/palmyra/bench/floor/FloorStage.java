package io.palmyra.bench.floor;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * One hop as a process of its own: consume, commit durably so often, go once over a socket or not,
 * produce. A polled batch shares its commits, as the product's do.
 */
public final class FloorStage implements AutoCloseable {
  private static final int NUMBER_AT = Long.BYTES;

  private final String out;
  private final int every;
  private final int commits;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Connection database;
  private final PreparedStatement insert;
  private final Socket socket;

  private FloorStage(String[] arguments) throws SQLException, IOException {
    String bootstrap = arguments[0];
    this.out = arguments[2];
    this.every = Integer.parseInt(arguments[3]);
    this.commits = Integer.parseInt(arguments[4]);
    int echoPort = Integer.parseInt(arguments[5]);
    this.consumer = consumer(bootstrap, arguments[1]);
    this.producer = producer(bootstrap);
    this.database = DriverManager.getConnection(arguments[6], arguments[7], arguments[8]);
    database.setAutoCommit(false);
    this.insert = database.prepareStatement("insert into floor (payload) values (?)");
    this.socket = echoPort == 0 ? new Socket() : connect(echoPort);
  }

  /**
   * bootstrap, topic in, topic out, of how many records one goes on, commits, port of the echo (0:
   * none), JDBC URL, user, password.
   */
  public static void main(String[] arguments) throws Exception {
    Thread.ofVirtual().start(FloorStage::endWithParent);
    try (var stage = new FloorStage(arguments)) {
      System.out.println("ready");
      stage.run();
    }
  }

  /** The parent never writes: what is read is that it is gone. */
  private static void endWithParent() {
    try {
      System.in.read();
    } catch (IOException e) {
      // Gone as well.
    }
    Runtime.getRuntime().halt(0);
  }

  static KafkaConsumer<byte[], byte[]> consumer(String bootstrap, String topic) {
    var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", "false"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    var partition = new TopicPartition(topic, 0);
    consumer.assign(List.of(partition));
    consumer.seekToEnd(List.of(partition));
    consumer.position(partition);
    return consumer;
  }

  static KafkaProducer<byte[], byte[]> producer(String bootstrap) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", bootstrap, "acks", "all", "linger.ms", "0"),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  private static Socket connect(int port) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    return socket;
  }

  private void run() throws SQLException, IOException {
    while (true) {
      ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofMillis(200));
      if (records.isEmpty()) {
        continue;
      }
      if (commits > 0) {
        commit(records);
      }
      if (socket.isConnected()) {
        roundTrip(records);
        commit(records);
      }
      for (var record : records) {
        if (ByteBuffer.wrap(record.value()).getInt(NUMBER_AT) % every == 0) {
          producer.send(new ProducerRecord<>(out, 0, null, record.value()));
        }
      }
    }
  }

  private void commit(ConsumerRecords<byte[], byte[]> records) throws SQLException {
    for (var record : records) {
      insert.setBytes(1, record.value());
      insert.addBatch();
    }
    insert.executeBatch();
    database.commit();
  }

  private void roundTrip(ConsumerRecords<byte[], byte[]> records) throws IOException {
    OutputStream request = socket.getOutputStream();
    InputStream answer = socket.getInputStream();
    for (var record : records) {
      request.write(record.value());
      answer.readNBytes(record.value().length);
    }
  }

  @Override
  public void close() throws SQLException, IOException {
    consumer.close();
    producer.close();
    database.close();
    socket.close();
  }
}
