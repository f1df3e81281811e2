package io.palmyra.bench.floor;

import io.palmyra.bench.Figures;
import io.palmyra.local.server.ServerSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Four hops over four processes with three durable commits and one socket round trip: what tick to
 * fill costs at least on this machine, on the same broker and database as the product.
 */
public final class Floor implements AutoCloseable {
  private static final int HOPS = 4;
  private static final int PAYLOAD_BYTES = 100;

  private final String bootstrap;
  private final int passEvery;
  private final Echo echo = new Echo();
  private final List<Process> stages = new ArrayList<>();

  /**
   * Starts the three processes between the ends.
   *
   * @param passEvery of how many records the first process hands one on, as a strategy does
   */
  public Floor(ServerSet servers, int passEvery) {
    this.passEvery = passEvery;
    bootstrap = servers.kafkaBootstrap();
    servers.createDatabase("bench");
    createTable(servers);
    createTopics();
    // Strategy has no commit, risk one, execution one before the venue hears and one after it told.
    stages.add(stage(servers, 0, passEvery, 0, 0));
    stages.add(stage(servers, 1, 1, 1, 0));
    stages.add(stage(servers, 2, 1, 1, echo.port()));
  }

  private static void createTable(ServerSet servers) {
    try (var connection = DriverManager.getConnection(servers.jdbcUrl("bench"), "bench", "bench");
        var statement = connection.createStatement()) {
      statement.execute(
          "create table if not exists floor (id bigint generated always as identity primary key,"
              + " payload bytea not null)");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void createTopics() {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      admin
          .createTopics(
              IntStream.range(0, HOPS)
                  .mapToObj(hop -> new NewTopic(topic(hop), 1, (short) 1))
                  .toList())
          .all()
          .get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException(e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String topic(int hop) {
    return "bench.floor-" + hop;
  }

  private Process stage(ServerSet servers, int hop, int every, int commits, int echoPort) {
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-Xmx128m",
            "-cp",
            System.getProperty("java.class.path"),
            FloorStage.class.getName(),
            bootstrap,
            topic(hop),
            topic(hop + 1),
            Integer.toString(every),
            Integer.toString(commits),
            Integer.toString(echoPort),
            servers.jdbcUrl("bench"),
            "bench",
            "bench");
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      var lines = process.inputReader();
      for (String line = lines.readLine(); !"ready".equals(line); line = lines.readLine()) {
        if (line == null) {
          throw new IllegalStateException("stage " + hop + " of the floor did not start");
        }
      }
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Sends at a rate, open loop, and measures each from the time it was meant to be sent.
   *
   * @param warmUp not measured
   */
  public Figures measure(int perSecond, Duration warmUp, Duration measured) {
    int skip = (int) (perSecond * warmUp.toMillis() / 1000);
    int total = skip + (int) (perSecond * measured.toMillis() / 1000);
    int passed = Math.ceilDiv(total, passEvery);
    int firstMeasured = Math.ceilDiv(skip, passEvery);
    double[] micros = new double[passed - firstMeasured];
    try (var sink = FloorStage.consumer(bootstrap, topic(HOPS - 1));
        var source = FloorStage.producer(bootstrap)) {
      Thread sending =
          Thread.ofPlatform()
              .start(
                  () -> {
                    long start = System.nanoTime() + 50_000_000L;
                    for (int i = 0; i < total; i++) {
                      long due = start + i * 1_000_000_000L / perSecond;
                      for (long left = due - System.nanoTime();
                          left > 0;
                          left = due - System.nanoTime()) {
                        LockSupport.parkNanos(left > 60_000 ? left - 55_000 : 1);
                      }
                      byte[] payload = new byte[PAYLOAD_BYTES];
                      ByteBuffer.wrap(payload).putLong(due).putInt(i);
                      source.send(new ProducerRecord<>(topic(0), 0, null, payload));
                    }
                  });
      int seen = 0;
      long deadline =
          System.nanoTime() + warmUp.toNanos() + measured.toNanos() + TimeUnit.SECONDS.toNanos(20);
      while (seen < passed && System.nanoTime() < deadline) {
        for (var record : sink.poll(Duration.ofMillis(200))) {
          long now = System.nanoTime();
          var payload = ByteBuffer.wrap(record.value());
          long due = payload.getLong();
          int number = payload.getInt() / passEvery;
          if (number >= firstMeasured) {
            micros[number - firstMeasured] = (now - due) / 1000.0;
          }
          seen++;
        }
      }
      sending.join();
      if (seen < passed) {
        throw new IllegalStateException("the floor lost " + (passed - seen) + " of " + passed);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return Figures.of(micros);
  }

  @Override
  public void close() {
    stages.forEach(Process::destroy);
    echo.close();
  }
}
